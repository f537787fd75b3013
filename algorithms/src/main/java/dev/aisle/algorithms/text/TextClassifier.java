package dev.aisle.algorithms.text;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Tells what texts are about, learned from examples: multinomial logistic regression over {@link TextFeatures}, weighted by how rare they are. What is
 * like no example is told apart by a bar on the confidence, found on examples that weren't learned from.
 */
public final class TextClassifier {
    /** A label for examples of what is none of the others' business; whatever gets it is out of scope. */
    public static final String OUT_OF_SCOPE = "out_of_scope";

    private static final int EPOCHS = 6;
    private static final float RATE = 0.5f;
    private static final float DECAY = 1e-5f;
    private static final float LEAST = 1e-12f;
    private static final int FOLDS = 3;
    /** The share of examples that weren't learned from which fall below the bar. */
    private static final double REFUSED = 0.01;

    private final List<String> labels;
    private final float[] rarity;
    /** Of a place all labels' weights stand together: {@code place × labels + label}. */
    private final float[] weights;

    private final double bar;

    private TextClassifier(List<String> labels, float[] rarity, float[] weights, double bar) {
        this.labels = labels;
        this.rarity = rarity;
        this.weights = weights;
        this.bar = bar;
    }

    /**
     * Learns. The same examples in the same order give the same classifier.
     *
     * @param examples of two labels at least
     * @throws IllegalArgumentException when there are fewer labels
     */
    public static TextClassifier learn(List<Labelled> examples) {
        return learn(examples, true);
    }

    /**
     * Learns without looking for a bar, which takes most of the time: nothing is out of scope but what is labelled so.
     *
     * @param examples of two labels at least
     * @throws IllegalArgumentException when there are fewer labels
     */
    public static TextClassifier learnWithoutBar(List<Labelled> examples) {
        return learn(examples, false);
    }

    private static TextClassifier learn(List<Labelled> examples, boolean barred) {
        List<TextFeatures> texts =
                examples.stream().map(one -> TextFeatures.of(one.text())).toList();
        List<String> labels = new ArrayList<>(
                new TreeSet<>(examples.stream().map(Labelled::label).toList()));
        if (labels.size() < 2) {
            throw new IllegalArgumentException("expected examples of two labels at least, there are " + labels.size());
        }
        int[] label =
                examples.stream().mapToInt(one -> labels.indexOf(one.label())).toArray();
        double bar = barred ? bar(texts, label, labels) : 0;
        return fit(texts, label, labels, row -> true, bar);
    }

    /** The names that it can give. */
    public List<String> labels() {
        return List.copyOf(labels);
    }

    /** Below which confidence a text counts as out of scope, {@code 0 ≤ bar < 1}. */
    public double bar() {
        return bar;
    }

    /** The chances of the labels in their order, {@code Σ = 1}. */
    public double[] chances(String text) {
        return chances(TextFeatures.of(text));
    }

    /** What a text is about. */
    public Guess guess(String text) {
        double[] chances = chances(TextFeatures.of(text));
        int best = best(chances);
        String label = labels.get(best);
        return new Guess(label, chances[best], chances[best] < bar || label.equals(OUT_OF_SCOPE));
    }

    /**
     * The guesses for examples, each by a classifier that hasn't seen it.
     *
     * @return a guess for each example, in their order
     */
    public static List<Guess> guessHeldOut(List<Labelled> examples) {
        TextClassifier whole = learn(examples);
        List<TextFeatures> texts =
                examples.stream().map(one -> TextFeatures.of(one.text())).toList();
        int[] label = examples.stream()
                .mapToInt(one -> whole.labels.indexOf(one.label()))
                .toArray();
        double[][] chances = heldOut(texts, label, whole.labels);
        return Arrays.stream(chances)
                .map(one -> new Guess(
                        whole.labels.get(best(one)),
                        one[best(one)],
                        one[best(one)] < whole.bar
                                || whole.labels.get(best(one)).equals(OUT_OF_SCOPE)))
                .toList();
    }

    /**
     * Writes what {@link #read} reads; the same classifier gives the same bytes.
     *
     * @throws IOException when it can't be written
     */
    public void write(DataOutput out) throws IOException {
        out.writeInt(labels.size());
        for (String label : labels) {
            out.writeUTF(label);
        }
        out.writeDouble(bar);
        float unseen = rarest();
        out.writeFloat(unseen);
        int[] seen = IntStream.range(0, rarity.length)
                .filter(at -> rarity[at] != unseen)
                .toArray();
        out.writeInt(seen.length);
        for (int at : seen) {
            out.writeInt(at);
            out.writeFloat(rarity[at]);
            for (int k = 0; k < labels.size(); k++) {
                out.writeFloat(weights[at * labels.size() + k]);
            }
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException when it can't be read
     */
    public static TextClassifier read(DataInput in) throws IOException {
        List<String> labels = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            labels.add(in.readUTF());
        }
        double bar = in.readDouble();
        float[] rarity = new float[TextFeatures.SIZE];
        Arrays.fill(rarity, in.readFloat());
        float[] weights = new float[labels.size() * TextFeatures.SIZE];
        for (int left = in.readInt(); left > 0; left--) {
            int at = in.readInt();
            rarity[at] = in.readFloat();
            for (int k = 0; k < labels.size(); k++) {
                weights[at * labels.size() + k] = in.readFloat();
            }
        }
        return new TextClassifier(List.copyOf(labels), rarity, weights, bar);
    }

    /** What was never seen is the rarest, and only that. */
    private float rarest() {
        float most = 0;
        for (float one : rarity) {
            most = Math.max(most, one);
        }
        return most;
    }

    private static double bar(List<TextFeatures> texts, int[] label, List<String> labels) {
        double[][] chances = heldOut(texts, label, labels);
        double[] right = new double[chances.length];
        int count = 0;
        for (int n = 0; n < chances.length; n++) {
            int best = best(chances[n]);
            if (best == label[n] && !labels.get(best).equals(OUT_OF_SCOPE)) {
                right[count++] = chances[n][best];
            }
        }
        double[] sorted = Arrays.copyOf(right, count);
        Arrays.sort(sorted);
        return count == 0 ? 0 : sorted[(int) (REFUSED * count)];
    }

    private static double[][] heldOut(List<TextFeatures> texts, int[] label, List<String> labels) {
        int[] fold = new SplittableRandom(1).ints(texts.size(), 0, FOLDS).toArray();
        double[][] chances = new double[texts.size()][];
        for (int out = 0; out < FOLDS; out++) {
            int left = out;
            TextClassifier others = fit(texts, label, labels, row -> fold[row] != left, 0);
            for (int row = 0; row < fold.length; row++) {
                if (fold[row] == left) {
                    chances[row] = others.chances(texts.get(row));
                }
            }
        }
        return chances;
    }

    @FunctionalInterface
    private interface Rows {
        boolean has(int row);
    }

    private static TextClassifier fit(
            List<TextFeatures> texts, int[] label, List<String> labels, Rows rows, double bar) {
        int[] learned = IntStream.range(0, texts.size()).filter(rows::has).toArray();
        float[] rarity = rarity(texts, learned);
        float[] weights = new float[labels.size() * TextFeatures.SIZE];
        float[] squares = new float[weights.length];
        TextClassifier classifier = new TextClassifier(labels, rarity, weights, bar);
        SplittableRandom random = new SplittableRandom(7);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            shuffle(learned, random);
            for (int row : learned) {
                step(classifier, squares, texts.get(row), label[row]);
            }
        }
        return classifier;
    }

    /** {@code ln((1 + n) / (1 + texts with it))}; what was never seen is the rarest. */
    private static float[] rarity(List<TextFeatures> texts, int[] learned) {
        int[] seen = new int[TextFeatures.SIZE];
        for (int row : learned) {
            for (int at : texts.get(row).at()) {
                seen[at]++;
            }
        }
        float[] rarity = new float[TextFeatures.SIZE];
        for (int at = 0; at < rarity.length; at++) {
            rarity[at] = (float) Math.log((1.0 + learned.length) / (1.0 + seen[at]));
        }
        return rarity;
    }

    private static void shuffle(int[] rows, SplittableRandom random) {
        for (int n = rows.length - 1; n > 0; n--) {
            int other = random.nextInt(n + 1);
            int kept = rows[n];
            rows[n] = rows[other];
            rows[other] = kept;
        }
    }

    /** One step of AdaGrad down the log-loss of one text. */
    private static void step(TextClassifier classifier, float[] squares, TextFeatures text, int label) {
        float[] unit = classifier.unit(text);
        double[] errors = classifier.chances(text, unit);
        errors[label]--;
        float[] weights = classifier.weights;
        for (int n = 0; n < unit.length; n++) {
            int place = text.at()[n] * errors.length;
            for (int k = 0; k < errors.length; k++) {
                float slope = (float) (errors[k] * unit[n]) + DECAY * weights[place + k];
                squares[place + k] += slope * slope;
                weights[place + k] -= RATE * slope / (float) Math.sqrt(squares[place + k] + LEAST);
            }
        }
    }

    /** The values of a text by their rarity, of length one. */
    private float[] unit(TextFeatures text) {
        float[] unit = new float[text.at().length];
        double length = 0;
        for (int n = 0; n < unit.length; n++) {
            unit[n] = text.value()[n] * rarity[text.at()[n]];
            length += (double) unit[n] * unit[n];
        }
        for (int n = 0; n < unit.length; n++) {
            unit[n] = length == 0 ? 0 : (float) (unit[n] / Math.sqrt(length));
        }
        return unit;
    }

    private double[] chances(TextFeatures text) {
        return chances(text, unit(text));
    }

    private double[] chances(TextFeatures text, float[] unit) {
        double[] chances = new double[labels.size()];
        for (int n = 0; n < unit.length; n++) {
            int place = text.at()[n] * chances.length;
            for (int k = 0; k < chances.length; k++) {
                chances[k] += (double) weights[place + k] * unit[n];
            }
        }
        double most = Arrays.stream(chances).max().orElseThrow();
        double sum = 0;
        for (int k = 0; k < chances.length; k++) {
            chances[k] = Math.exp(chances[k] - most);
            sum += chances[k];
        }
        for (int k = 0; k < chances.length; k++) {
            chances[k] /= sum;
        }
        return chances;
    }

    private static int best(double[] chances) {
        int best = 0;
        for (int k = 1; k < chances.length; k++) {
            if (chances[k] > chances[best]) {
                best = k;
            }
        }
        return best;
    }
}
