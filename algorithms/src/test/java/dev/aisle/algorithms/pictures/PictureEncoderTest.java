package dev.aisle.algorithms.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.artefact.Artefact;
import dev.aisle.algorithms.artefact.Origin;
import dev.aisle.algorithms.artefact.UnreadableArtefactException;
import dev.aisle.algorithms.deep.Weights;
import dev.aisle.algorithms.kernels.Kernels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureEncoderTest {
    private static final PictureNetwork NETWORK = new PictureNetwork(3, 5, 7, 2);

    private static PictureEncoder encoder(Kernels kernels) {
        return new PictureEncoder(
                NETWORK,
                Weights.random(NETWORK.arrays(), 3),
                List.of("shoes", "bags"),
                Origin.of(PictureNetwork.NAME, Map.of("accuracy", "0.5"), 3, "abc"),
                kernels);
    }

    private static Picture noise(long seed) {
        byte[] rgb = new byte[Picture.BYTES];
        new SplittableRandom(seed).nextBytes(rgb);
        return new Picture(rgb);
    }

    @Test
    void bothKernelsGiveWhatTheFormulaSays() {
        Picture picture = noise(1);
        double[] expected = byFormula(encoder(Kernels.plain()).weights(), picture);

        for (Kernels kernels : List.of(Kernels.plain(), Kernels.best())) {
            float[] scores = encoder(kernels).scores(picture);
            for (int n = 0; n < expected.length; n++) {
                assertThat((double) scores[n]).as(kernels.name()).isCloseTo(expected[n], within(1e-4));
            }
        }
    }

    /** Loops over the definition, in double precision. */
    private static double[] byFormula(Weights weights, Picture picture) {
        float[] planes = new float[Picture.BYTES];
        picture.planes(planes, 0);
        double[] x = new double[planes.length];
        Arrays.setAll(x, n -> planes[n]);
        x = halved(convolved(x, Picture.CHANNELS, 28, weights.array("first"), weights.array("first.bias")), 3, 28);
        x = halved(convolved(x, 3, 14, weights.array("second"), weights.array("second.bias")), 5, 14);
        double[] hidden = dense(x, weights.array("hidden"), weights.array("hidden.bias"));
        double length = Math.sqrt(Arrays.stream(hidden)
                .map(number -> Math.max(0, number) * Math.max(0, number))
                .sum());
        Arrays.setAll(hidden, n -> PictureNetwork.SHARPNESS * Math.max(0, hidden[n]) / length);
        return dense(hidden, weights.array("classes"), weights.array("classes.bias"));
    }

    private static double[] convolved(double[] x, int channels, int side, float[] filters, float[] bias) {
        double[] out = new double[bias.length * side * side];
        for (int f = 0; f < bias.length; f++) {
            for (int y = 0; y < side; y++) {
                for (int at = 0; at < side; at++) {
                    double sum = bias[f];
                    for (int c = 0; c < channels; c++) {
                        for (int dy = -1; dy <= 1; dy++) {
                            for (int dx = -1; dx <= 1; dx++) {
                                boolean inside = y + dy >= 0 && y + dy < side && at + dx >= 0 && at + dx < side;
                                sum += inside
                                        ? filters[((f * channels + c) * 3 + dy + 1) * 3 + dx + 1]
                                                * x[(c * side + y + dy) * side + at + dx]
                                        : 0;
                            }
                        }
                    }
                    out[(f * side + y) * side + at] = sum;
                }
            }
        }
        return out;
    }

    private static double[] halved(double[] x, int planes, int side) {
        int half = side / 2;
        double[] out = new double[planes * half * half];
        for (int n = 0; n < out.length; n++) {
            int plane = n / (half * half);
            int from = (plane * side + 2 * (n / half % half)) * side + 2 * (n % half);
            out[n] =
                    Math.max(0, Math.max(Math.max(x[from], x[from + 1]), Math.max(x[from + side], x[from + side + 1])));
        }
        return out;
    }

    private static double[] dense(double[] x, float[] matrix, float[] bias) {
        double[] out = new double[bias.length];
        Arrays.setAll(out, row -> {
            double sum = bias[row];
            for (int n = 0; n < x.length; n++) {
                sum += matrix[row * x.length + n] * x[n];
            }
            return sum;
        });
        return out;
    }

    @Test
    void pointsHaveLengthOne() {
        float[] point = encoder(Kernels.best()).point(noise(2));

        double square = 0;
        for (float number : point) {
            square += (double) number * number;
        }
        assertThat(point).hasSize(7);
        assertThat(square).isCloseTo(1, within(1e-5));
    }

    @Test
    void whatIsReadFromAFileGivesTheSameBits(@TempDir Path folder) throws IOException {
        PictureEncoder written = encoder(Kernels.best());
        written.stored().write(folder.resolve("encoder"));

        PictureEncoder read = PictureEncoder.read(Artefact.open(folder.resolve("encoder")));

        assertThat(read.point(noise(4))).isEqualTo(written.point(noise(4)));
        assertThat(read.categories()).containsExactly("shoes", "bags");
        assertThat(read.origin()).isEqualTo(written.origin());
    }

    @Test
    void aFileThatWasCutOrChangedIsRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("encoder");
        encoder(Kernels.best()).stored().write(file);
        byte[] bytes = Files.readAllBytes(file);

        for (int length : new int[] {0, 1, 20, bytes.length / 2, bytes.length - 1}) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> PictureEncoder.read(Artefact.open(file)))
                    .as("cut to %d", length)
                    .isInstanceOf(UnreadableArtefactException.class);
        }
        bytes[bytes.length - 5] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> PictureEncoder.read(Artefact.open(file)))
                .isInstanceOf(UnreadableArtefactException.class);
    }

    @Test
    void weightsThatAreNoNumbersAreRefused(@TempDir Path folder) throws IOException {
        PictureEncoder encoder = encoder(Kernels.best());
        // Behind the back of its checks, as a broken training would write it.
        encoder.weights().array("hidden")[5] = Float.NaN;
        encoder.stored().write(folder.resolve("encoder"));

        assertThatThrownBy(() -> PictureEncoder.read(Artefact.open(folder.resolve("encoder"))))
                .isInstanceOf(UnreadableArtefactException.class)
                .hasMessageContaining("hidden")
                .hasMessageContaining("NaN");
    }

    @Test
    void neighboursAreCountedByHand() {
        float[][] points = {{1, 0}, {0.9f, 0.1f}, {0, 1}, {0.1f, 0.9f}};
        int[] classes = {0, 0, 1, 0};

        // The nearest of 0 is 1, that of 1 is 0, that of 2 is 3, that of 3 is 2: two of four of their class.
        assertThat(NeighbourShare.of(points, classes, n -> true, n -> true, 1)).isEqualTo(0.5);
        // Only 0 and 2 may be neighbours: of 0 it is 2, of 2 it is 0.
        assertThat(NeighbourShare.of(points, classes, n -> n % 2 == 0, n -> n % 2 == 0, 3))
                .isZero();
    }
}
