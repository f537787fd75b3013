package dev.aisle.algorithms.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.aisle.algorithms.recommend.AlsModel;
import dev.aisle.algorithms.recommend.ImplicitAls;
import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.InteractionsBuilder;
import dev.aisle.algorithms.recommend.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A JVM that wasn't told of the Vector API trains as well. */
class WithoutTheModuleTest {
    @Test
    void thePlainTwinServesAndComesToTheSameFactorsUpToRounding() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WithoutTheModuleTest.class.getName())
                .redirectErrorStream(true)
                .start();
        String[] answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split(" ", 2);

        assertThat(process.waitFor()).as(String.join(" ", answer)).isZero();
        assertThat(answer[0]).isEqualTo("scalar");
        assertThat(Double.parseDouble(answer[1].strip())).isCloseTo(energy(), withinPercentage(0.01));
    }

    public static void main(String[] ignored) {
        System.out.println(Kernels.best().name() + " " + energy());
    }

    private static double energy() {
        InteractionsBuilder shop = Interactions.collect(30, 20);
        for (int user = 0; user < 30; user++) {
            for (int n = 0; n <= user % 7; n++) {
                shop.add(user, Math.floorMod(user * 3 + n * n, 20), 1 + n);
            }
        }
        AlsModel model = new ImplicitAls(17, 5, 2, 0.1f, 1, 1, 2).fit(shop.build(), Progress.NONE);
        double energy = 0;
        for (float factor : model.itemFactors()) {
            energy += factor * factor;
        }
        return energy;
    }
}
