package dev.aisle.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import dev.aisle.algorithms.deep.Weights;
import dev.aisle.algorithms.pictures.Picture;
import dev.aisle.algorithms.pictures.PictureNetwork;
import dev.aisle.algorithms.recommend.Progress;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Trains an encoder of pictures to tell categories apart. Each time a picture is shown it is a little shifted, turned, stretched, lighter or darker and, every second time, mirrored.
 *
 * @param epochs how often each picture is shown
 * @param rate of Adam at first; falls to zero as half a cosine
 * @param dropout share of what the hidden layer sees that is left out at random
 */
record PictureTraining(int epochs, int batch, float rate, float dropout, long seed) {
    private static final double SHIFT = 2;
    private static final double TURN = 0.05;
    private static final double STRETCH = 0.05;
    private static final double LIGHT = 0.05;

    static PictureTraining withDefaults(int epochs, long seed) {
        return new PictureTraining(epochs, 32, 0.002f, 0.2f, seed);
    }

    /**
     * Trains on the pictures of these numbers.
     *
     * @throws ArithmeticException when it diverges
     */
    Weights of(PictureNetwork network, PictureSet set, int[] seen, Progress progress) {
        PyTorch.engine().setRandomSeed((int) seed);
        SplittableRandom random = new SplittableRandom(seed);
        try (Variables variables =
                new Variables(network.arrays(), Weights.random(network.arrays(), seed), DataType.FLOAT32)) {
            TorchPictures graph = new TorchPictures(network, variables);
            int[] order = seen.clone();
            for (int epoch = 0; epoch < epochs; epoch++) {
                shuffle(order, random);
                for (int from = 0; from < order.length; from += batch) {
                    int[] some = Arrays.copyOfRange(order, from, Math.min(order.length, from + batch));
                    double done = (epoch + (double) from / order.length) / epochs;
                    step(graph, set, some, (float) (rate * (1 + Math.cos(Math.PI * done)) / 2), random);
                }
                progress.step(epoch + 1, epochs);
            }
            return variables.copy();
        } catch (IllegalArgumentException e) {
            throw new ArithmeticException("the training diverged; a lower rate may help: " + e.getMessage());
        }
    }

    private void step(TorchPictures graph, PictureSet set, int[] some, float now, SplittableRandom random) {
        float[] planes = new float[some.length * Picture.BYTES];
        long[] classes = new long[some.length];
        for (int n = 0; n < some.length; n++) {
            Picture picture = set.pictures().get(some[n]);
            moved(picture, random).planes(planes, n * Picture.BYTES);
            classes[n] = set.classes()[some[n]];
        }
        try (NDScope scope = new NDScope();
                GradientCollector collector = PyTorch.engine().newGradientCollector()) {
            scope.suppressNotUsedWarning();
            NDArray value = graph.loss(planes, classes, dropout);
            collector.backward(value);
            graph.variables().descend(now);
        }
    }

    /** Turned, stretched, shifted, mirrored, brighter or darker; the pixels of the edge fill what is left free. */
    private static Picture moved(Picture picture, SplittableRandom random) {
        double angle = random.nextDouble(-TURN, TURN);
        double cosine = Math.cos(angle);
        double sine = Math.sin(angle);
        double across = random.nextDouble(1 - STRETCH, 1 + STRETCH) * (random.nextBoolean() ? 1 : -1);
        double down = random.nextDouble(1 - STRETCH, 1 + STRETCH);
        double right = random.nextDouble(-SHIFT, SHIFT);
        double below = random.nextDouble(-SHIFT, SHIFT);
        float light = (float) random.nextDouble(1 - LIGHT, 1 + LIGHT);
        byte[] rgb = new byte[Picture.BYTES];
        int side = Picture.SIDE;
        double middle = (side - 1) / 2.0;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double toX = (x - middle) * across;
                double toY = (y - middle) * down;
                sample(
                        picture,
                        Math.clamp(middle + right + toX * cosine - toY * sine, 0, side - 1),
                        Math.clamp(middle + below + toX * sine + toY * cosine, 0, side - 1),
                        light,
                        rgb,
                        (y * side + x) * Picture.CHANNELS);
            }
        }
        return new Picture(rgb);
    }

    /** Between the four pixels around a place, by how near they are. */
    private static void sample(Picture picture, double x, double y, float light, byte[] into, int at) {
        int side = Picture.SIDE;
        int left = Math.min((int) x, side - 2);
        int above = Math.min((int) y, side - 2);
        double right = x - left;
        double below = y - above;
        for (int channel = 0; channel < Picture.CHANNELS; channel++) {
            int first = (above * side + left) * Picture.CHANNELS + channel;
            int under = first + side * Picture.CHANNELS;
            double level = (1 - below)
                            * ((1 - right) * level(picture, first) + right * level(picture, first + Picture.CHANNELS))
                    + below * ((1 - right) * level(picture, under) + right * level(picture, under + Picture.CHANNELS));
            into[at + channel] = (byte) Math.clamp(Math.round(level * light), 0, 255);
        }
    }

    private static int level(Picture picture, int at) {
        return picture.rgb()[at] & 0xFF;
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int n = order.length - 1; n > 0; n--) {
            int other = random.nextInt(n + 1);
            int kept = order[n];
            order[n] = order[other];
            order[other] = kept;
        }
    }
}
