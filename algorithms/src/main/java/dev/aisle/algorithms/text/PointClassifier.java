package dev.aisle.algorithms.text;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Tells what points are about, such as those that a sentence model gives of texts: multinomial logistic regression with a constant, by AdaGrad, its
 * weights held small. Of labels with few examples each example counts more: by {@code √(n / (labels · n of the label))}.
 */
public final class PointClassifier {
    private static final int EPOCHS = 12;
    /** The weights are the mean of those after each of the later epochs, so that the last examples don't count more than others. */
    private static final int AVERAGED = 8;

    private static final double RATE = 0.15;
    private static final double SMALL = 1e-2;
    private static final double LEAST = 1e-12;
    /** Values of a point of length one are far from one each. */
    private static final double SCALE = 10;

    private final int labels;
    private final int dimension;
    /** A label's weights stand together, its constant last. */
    private final float[] weights;

    private PointClassifier(int labels, int dimension, float[] weights) {
        this.labels = labels;
        this.dimension = dimension;
        this.weights = weights;
    }

    /**
     * Learns. The same points in the same order give the same classifier.
     *
     * @param points of one length each
     * @param label of each, {@code 0 ≤ label < labels}
     * @throws IllegalArgumentException when there is no point
     */
    public static PointClassifier learn(float[][] points, int[] label, int labels) {
        if (points.length == 0) {
            throw new IllegalArgumentException("expected points to learn from, there are none");
        }
        int dimension = points[0].length;
        PointClassifier classifier = new PointClassifier(labels, dimension, new float[labels * (dimension + 1)]);
        double[] worth = worth(label, labels);
        double[] squares = new double[classifier.weights.length];
        int[] order = IntStream.range(0, points.length).toArray();
        double[] sum = new double[classifier.weights.length];
        SplittableRandom random = new SplittableRandom(7);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            shuffle(order, random);
            for (int row : order) {
                classifier.step(squares, points[row], label[row], worth[label[row]]);
            }
            for (int n = 0; epoch >= EPOCHS - AVERAGED && n < sum.length; n++) {
                sum[n] += classifier.weights[n];
            }
        }
        for (int n = 0; n < sum.length; n++) {
            classifier.weights[n] = (float) (sum[n] / AVERAGED);
        }
        return classifier;
    }

    /** The chances of the labels in their order, {@code Σ = 1}. */
    public double[] chances(float[] point) {
        double[] chances = new double[labels];
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < labels; k++) {
            int from = k * (dimension + 1);
            double sum = 0;
            for (int n = 0; n < dimension; n++) {
                sum += (double) weights[from + n] * point[n];
            }
            chances[k] = sum * SCALE + weights[from + dimension];
            most = Math.max(most, chances[k]);
        }
        double sum = 0;
        for (int k = 0; k < labels; k++) {
            chances[k] = Math.exp(chances[k] - most);
            sum += chances[k];
        }
        for (int k = 0; k < labels; k++) {
            chances[k] /= sum;
        }
        return chances;
    }

    /**
     * Writes what {@link #read} reads; the same classifier gives the same bytes.
     *
     * @throws IOException when it can't be written
     */
    public void write(DataOutput out) throws IOException {
        out.writeInt(labels);
        out.writeInt(dimension);
        for (float weight : weights) {
            out.writeFloat(weight);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException when it can't be read
     */
    public static PointClassifier read(DataInput in) throws IOException {
        int labels = in.readInt();
        int dimension = in.readInt();
        float[] weights = new float[labels * (dimension + 1)];
        for (int n = 0; n < weights.length; n++) {
            weights[n] = in.readFloat();
        }
        return new PointClassifier(labels, dimension, weights);
    }

    private static double[] worth(int[] label, int labels) {
        int[] count = new int[labels];
        for (int one : label) {
            count[one]++;
        }
        return IntStream.range(0, labels)
                .mapToDouble(k -> Math.sqrt(label.length / ((double) labels * Math.max(1, count[k]))))
                .toArray();
    }

    private static void shuffle(int[] rows, SplittableRandom random) {
        for (int n = rows.length - 1; n > 0; n--) {
            int other = random.nextInt(n + 1);
            int kept = rows[n];
            rows[n] = rows[other];
            rows[other] = kept;
        }
    }

    private void step(double[] squares, float[] point, int label, double worth) {
        double[] errors = chances(point);
        errors[label]--;
        for (int k = 0; k < labels; k++) {
            int from = k * (dimension + 1);
            double error = worth * errors[k];
            for (int n = 0; n <= dimension; n++) {
                double slope = error * (n < dimension ? point[n] * SCALE : 1) + SMALL * weights[from + n];
                squares[from + n] += slope * slope;
                weights[from + n] -= (float) (RATE * slope / Math.sqrt(squares[from + n] + LEAST));
            }
        }
    }
}
