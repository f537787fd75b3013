package dev.aisle.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import dev.aisle.algorithms.artefact.Artefact;
import dev.aisle.algorithms.artefact.Origin;
import dev.aisle.algorithms.deep.WeightArray;
import dev.aisle.algorithms.deep.Weights;
import dev.aisle.algorithms.pictures.Picture;
import dev.aisle.algorithms.pictures.PictureEncoder;
import dev.aisle.algorithms.pictures.PictureNetwork;
import dev.aisle.algorithms.recommend.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The encoder of pictures: plain Java against PyTorch, gradients, and what it learns. */
class PicturesTest {
    private static final float AS_GOOD_AS_EQUAL = 1e-4f;

    private static Picture noise(long seed) {
        byte[] rgb = new byte[Picture.BYTES];
        new SplittableRandom(seed).nextBytes(rgb);
        return new Picture(rgb);
    }

    /** Stripes across or down, of any width and colours, under noise. */
    private static PictureSet stripes(int count) {
        SplittableRandom random = new SplittableRandom(7);
        List<Picture> pictures = new ArrayList<>();
        int[] classes = new int[count];
        for (int n = 0; n < count; n++) {
            classes[n] = n % 2;
            int wide = random.nextInt(2, 5);
            byte[] rgb = new byte[Picture.BYTES];
            for (int pixel = 0; pixel < rgb.length / 3; pixel++) {
                int along = classes[n] == 0 ? pixel % Picture.SIDE : pixel / Picture.SIDE;
                for (int channel = 0; channel < 3; channel++) {
                    rgb[3 * pixel + channel] = (byte) ((along / wide % 2) * 150 + random.nextInt(100));
                }
            }
            pictures.add(new Picture(rgb));
        }
        return new PictureSet(pictures, classes, List.of("across", "down"));
    }

    private static Weights spread(PictureNetwork network) {
        Weights weights = Weights.random(network.arrays(), 5);
        SplittableRandom random = new SplittableRandom(6);
        network.arrays().stream().filter(array -> array.deviation() == 0).forEach(array -> {
            float[] values = weights.array(array.name());
            for (int n = 0; n < values.length; n++) {
                values[n] += (float) random.nextGaussian(0, 0.3);
            }
        });
        return weights;
    }

    private static void answersAlike(PictureNetwork network, Weights weights) {
        PictureEncoder encoder = new PictureEncoder(
                network,
                weights,
                IntStream.range(0, network.classes()).mapToObj(n -> "c" + n).toList(),
                Origin.of(PictureNetwork.NAME, Map.of(), 0, ""));
        try (Variables variables = new Variables(network.arrays(), weights, DataType.FLOAT32)) {
            TorchPictures graph = new TorchPictures(network, variables);
            for (int n = 0; n < 5; n++) {
                Picture picture = n == 0 ? new Picture(new byte[Picture.BYTES]) : noise(n);
                float[] planes = new float[Picture.BYTES];
                picture.planes(planes, 0);
                try (NDScope scope = new NDScope()) {
                    scope.suppressNotUsedWarning();
                    NDArray points = graph.points(planes, 1, 0);

                    assertThat(encoder.scores(picture))
                            .containsExactly(graph.scores(points).toFloatArray(), within(AS_GOOD_AS_EQUAL));
                    assertThat(encoder.point(picture)).containsExactly(points.toFloatArray(), within(AS_GOOD_AS_EQUAL));
                }
            }
        }
    }

    @Test
    void randomWeightsAnswerAlike() {
        PictureNetwork network = PictureNetwork.of(10);
        answersAlike(network, spread(network));
    }

    @Test
    void trainedWeightsAnswerAlikeAndTellStripesApart() {
        PictureSet set = stripes(160);
        PictureNetwork network = PictureNetwork.of(2);
        int[] seen = IntStream.range(0, 120).toArray();

        Weights trained = PictureTraining.withDefaults(8, 1).of(network, set, seen, Progress.NONE);

        answersAlike(network, trained);
        PictureEncoder encoder =
                new PictureEncoder(network, trained, set.categories(), Origin.of(PictureNetwork.NAME, Map.of(), 0, ""));
        int right = 0;
        for (int n = 120; n < 160; n++) {
            float[] scores = encoder.scores(set.pictures().get(n));
            right += (scores[1] > scores[0] ? 1 : 0) == set.classes()[n] ? 1 : 0;
        }
        assertThat(right).isGreaterThanOrEqualTo(38);
    }

    @Test
    void theSameSeedGivesTheSameEncoder() {
        PictureSet set = stripes(40);
        PictureNetwork network = PictureNetwork.of(2);
        int[] seen = IntStream.range(0, 40).toArray();

        Weights once = PictureTraining.withDefaults(2, 3).of(network, set, seen, Progress.NONE);
        Weights again = PictureTraining.withDefaults(2, 3).of(network, set, seen, Progress.NONE);

        assertThat(again.array("hidden")).isEqualTo(once.array("hidden"));
    }

    @Test
    void gradientsAreThoseOfNumericDifferentiation() {
        PictureNetwork network = new PictureNetwork(3, 4, 5, 3);
        float[] planes = new float[2 * Picture.BYTES];
        noise(1).planes(planes, 0);
        noise(2).planes(planes, Picture.BYTES);
        long[] classes = {2, 0};
        double step = 1e-5;
        try (Variables variables = new Variables(network.arrays(), spread(network), DataType.FLOAT64)) {
            TorchPictures graph = new TorchPictures(network, variables);
            Map<String, double[]> gradients = gradients(network, graph, planes, classes);
            for (WeightArray array : network.arrays()) {
                SplittableRandom random = new SplittableRandom(4);
                for (int n = 0; n < 8; n++) {
                    int at = random.nextInt(array.size());

                    double numeric = (shifted(graph, array.name(), at, step, planes, classes)
                                    - shifted(graph, array.name(), at, -step, planes, classes))
                            / (2 * step);

                    assertThat(gradients.get(array.name())[at])
                            .as("%s[%d]", array.name(), at)
                            .isCloseTo(numeric, within(1e-6));
                }
            }
            assertThat(java.util.Arrays.stream(gradients.get("first"))).anyMatch(gradient -> Math.abs(gradient) > 1e-3);
        }
    }

    private static Map<String, double[]> gradients(
            PictureNetwork network, TorchPictures graph, float[] planes, long[] classes) {
        try (NDScope scope = new NDScope();
                GradientCollector collector = PyTorch.engine().newGradientCollector()) {
            scope.suppressNotUsedWarning();
            collector.backward(graph.loss(planes, classes, 0));
            Map<String, double[]> gradients = new java.util.HashMap<>();
            network.arrays()
                    .forEach(array -> gradients.put(
                            array.name(),
                            graph.variables().get(array.name()).getGradient().toDoubleArray()));
            return gradients;
        }
    }

    private static double shifted(TorchPictures graph, String name, int at, double by, float[] planes, long[] classes) {
        NDArray value = graph.variables().get(name);
        double[] numbers = value.toDoubleArray();
        double before = numbers[at];
        numbers[at] += by;
        value.set(numbers);
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            return graph.loss(planes, classes, 0).toDoubleArray()[0];
        } finally {
            numbers[at] = before;
            value.set(numbers);
        }
    }

    /** The figure of docs/pictures.md: of pictures that training did not see, ten nearest of which three quarters are of the same class. */
    @Test
    void ofTenPicturesNearestToOneThatTheEncoderDidNotSeeThreeQuartersAreOfItsClass(@TempDir Path folder)
            throws IOException {
        Path sprite = shared("product_images/fashion-mnist-sprite.png");
        assumeThat(sprite).as("shared/data beside the clone").isNotNull();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Path out = folder.resolve("encoder.aisle");

        int code = TrainPictures.run(
                new String[] {"--sprite", String.valueOf(sprite), "--out", out.toString(), "--seed", "12"},
                new PrintStream(said, true, StandardCharsets.UTF_8),
                System.err);

        System.out.print(said.toString(StandardCharsets.UTF_8));
        assertThat(code).isZero();
        Map<String, String> figures =
                PictureEncoder.read(Artefact.open(out)).origin().parameters();
        assertThat(Integer.parseInt(figures.get("unseen"))).isEqualTo(300);
        assertThat(Double.parseDouble(figures.get("neighbours-of-unseen"))).isGreaterThanOrEqualTo(0.75);
        assertThat(Double.parseDouble(figures.get("neighbours-of-all"))).isGreaterThanOrEqualTo(0.75);
        assertThat(Double.parseDouble(figures.get("pixels-of-all")))
                .isLessThan(Double.parseDouble(figures.get("neighbours-of-all")));
    }

    @Test
    void aFolderACategoryIsReadAndWhatIsNoPictureIsNamed(@TempDir Path folder) throws IOException {
        PictureSet set = stripes(20);
        for (int n = 0; n < set.size(); n++) {
            Path category =
                    Files.createDirectories(folder.resolve(set.categories().get(set.classes()[n])));
            Files.write(category.resolve(n + ".png"), png(set.pictures().get(n)));
        }
        Files.writeString(folder.resolve("down/notes.txt"), "no picture");
        List<String> told = new ArrayList<>();

        PictureSet read = new PictureFiles(told::add).folder(folder);

        assertThat(read.size()).isEqualTo(20);
        assertThat(read.categories()).containsExactly("across", "down");
        assertThat(read.pictures().getFirst().rgb())
                .isEqualTo(set.pictures().getFirst().rgb());
        assertThat(told).singleElement().asString().contains("notes.txt").contains("no PNG, JPEG or WebP");
    }

    private static byte[] png(Picture picture) throws IOException {
        java.awt.image.BufferedImage image =
                new java.awt.image.BufferedImage(28, 28, java.awt.image.BufferedImage.TYPE_INT_RGB);
        for (int pixel = 0; pixel < 28 * 28; pixel++) {
            int rgb = ((picture.rgb()[3 * pixel] & 0xFF) << 16)
                    | ((picture.rgb()[3 * pixel + 1] & 0xFF) << 8)
                    | (picture.rgb()[3 * pixel + 2] & 0xFF);
            image.setRGB(pixel % 28, pixel / 28, rgb);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        javax.imageio.ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void wrongOptionsSayWhatWasExpected(@TempDir Path folder) {
        for (String[] wrong : List.of(
                new String[] {},
                new String[] {
                    "--pictures", "nowhere", "--out", folder.resolve("x").toString()
                },
                new String[] {
                    "--pictures",
                    folder.toString(),
                    "--out",
                    folder.resolve("x").toString()
                },
                new String[] {"--pictures", "a", "--sprite", "b", "--out", "c"},
                new String[] {"--pictures", "a", "--out", "c", "--epochs", "many"},
                new String[] {"--unknown", "a"})) {
            ByteArrayOutputStream said = new ByteArrayOutputStream();

            int code = TrainPictures.run(wrong, System.out, new PrintStream(said, true, StandardCharsets.UTF_8));

            assertThat(code).as(String.join(" ", wrong)).isEqualTo(2);
            assertThat(said.toString(StandardCharsets.UTF_8))
                    .startsWith("train: ")
                    .contains("--pictures");
        }
    }

    private static Path shared(String name) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path file = at.resolve("shared/data").resolve(name);
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        return null;
    }
}
