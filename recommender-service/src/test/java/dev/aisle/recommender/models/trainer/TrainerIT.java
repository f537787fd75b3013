package dev.aisle.recommender.models.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.aisle.recommender.Registry;
import dev.aisle.recommender.TrainedShop;
import dev.aisle.recommender.models.domain.TrainingSet;
import dev.aisle.recommender.models.domain.TrainingSetBuilder;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Trainings in a process of their own, as the service sees them. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class TrainerIT {
    @BeforeEach
    void shop() {
        TrainedShop.make();
    }

    @Test
    void aKilledProcessIsAFailedTrainingAndTheServiceGoesOn() {
        String before = Registry.trained();
        String location = started();

        process().destroyForcibly();

        ended(location)
                .body("status", is("failed"), "modelVersion", nullValue())
                .body(
                        "failure",
                        allOf(
                                startsWith("The process of the training was killed by signal 9."),
                                containsString("(aisle.training.heap)")));
        assertThat(Registry.inUse()).isEqualTo(before);
        TrainedShop.recommend(Map.of("contextItems", List.of("tea-1"), "size", 3));
        assertThat(Registry.trained()).isGreaterThan(before);
    }

    @Test
    void aCancelledTrainingEndsItsProcess() throws IOException, InterruptedException {
        String location = started();
        ProcessHandle process = process();
        // Held, so that it can't end by itself before it is told.
        assertThat(new ProcessBuilder("kill", "-STOP", Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();

        Registry.operator().delete(location).then().statusCode(202);

        ended(location).body("status", is("cancelled"), "failure", nullValue());
        await().atMost(Duration.ofSeconds(60)).until(() -> !process.isAlive());
    }

    @Test
    void theServiceNeverHoldsWhatIsLearnedFrom() {
        long before = held("");

        TrainedShop.train();

        assertThat(held("-all")).isEqualTo(before);
        TrainingSet one = new TrainingSetBuilder().build();
        assertThat(held("-all")).isEqualTo(before + 1);
        assertThat(one.size()).isZero();
    }

    private static String started() {
        return Registry.operator()
                .post("/v1/models/trainings")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
    }

    private static ValidatableResponse ended(String location) {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> !"running"
                        .equals(TrainedShop.training(location).extract().path("status")));
        return TrainedShop.training(location);
    }

    /** The process of the training that runs. */
    private static ProcessHandle process() {
        return await().pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(60))
                .until(TrainerIT::found, Optional::isPresent)
                .orElseThrow();
    }

    private static Optional<ProcessHandle> found() {
        return ProcessHandle.current()
                .children()
                .filter(child -> said(Path.of("/proc", Long.toString(child.pid()), "cmdline"))
                        .contains(TrainerProcess.MAIN))
                .findFirst();
    }

    private static String said(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    /** Training sets in the heap, with those that nobody holds any more when all are asked for. */
    private static long held(String which) {
        try {
            String histogram = (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {which.isEmpty() ? new String[0] : new String[] {which}},
                            new String[] {String[].class.getName()});
            return histogram
                    .lines()
                    .filter(line -> line.strip().endsWith(TrainingSet.class.getName()))
                    .mapToLong(line -> Long.parseLong(line.strip().split("\\s+", -1)[1]))
                    .sum();
        } catch (JMException e) {
            throw new UncheckedIOException(new IOException("no histogram of classes", e));
        }
    }
}
