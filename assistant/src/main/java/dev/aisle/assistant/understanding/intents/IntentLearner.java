package dev.aisle.assistant.understanding.intents;

import dev.aisle.algorithms.text.Labelled;
import dev.aisle.algorithms.text.PointClassifier;
import dev.aisle.algorithms.text.TextClassifier;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Learns a model of intents from examples; the same examples, in whatever order, give the same one. */
final class IntentLearner {
    /** Told apart in the version: another way to learn is another model. */
    private static final String LEARNER = "words+points 2";

    private static final int FOLDS = 5;
    /** The bar is put where so many of the guesses above it are right. */
    private static final double RIGHT = 0.9;

    private static final int VERSION_LENGTH = 12;

    private IntentLearner() {}

    /** The order in which examples are learned from. */
    public static List<Example> ordered(List<Example> examples) {
        return examples.stream()
                .distinct()
                .sorted(Comparator.comparing(Example::intent).thenComparing(Example::text))
                .toList();
    }

    /** The version that a model of these examples gets. */
    public static String version(List<Example> examples, String pointsOf) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((LEARNER + "\n" + pointsOf + "\n").getBytes(StandardCharsets.UTF_8));
            for (Example one : ordered(examples)) {
                digest.update((one.language().tag() + "\t" + one.intent().wireName() + "\t" + one.text() + "\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /**
     * Learns.
     *
     * @param examples of one language and two intents at least, as {@link #ordered} gives them
     * @param points of the examples, in their order; {@code null} when no sentence model can be had
     * @param pointsOf names the sentence model; empty without one
     * @param own how many of them are a shop's own
     */
    public static IntentModel learn(List<Example> examples, float @Nullable [][] points, String pointsOf, int own) {
        List<Labelled> texts = examples.stream()
                .map(one -> new Labelled(one.text(), one.intent().wireName()))
                .toList();
        TextClassifier words = TextClassifier.learnWithoutBar(texts);
        int[] label = texts.stream()
                .mapToInt(one -> words.labels().indexOf(one.label()))
                .toArray();
        int labels = words.labels().size();
        PointClassifier byPoint = points == null ? null : PointClassifier.learn(points, label, labels);
        double[][] heldOut = heldOut(texts, label, points, words.labels());
        return new IntentModel(
                examples.getFirst().language(),
                own,
                version(examples, pointsOf),
                bar(heldOut, label),
                confusion(heldOut, label, words),
                words,
                byPoint);
    }

    private static double[][] heldOut(
            List<Labelled> texts, int[] label, float @Nullable [][] points, List<String> labels) {
        int[] fold = folds(label, labels.size());
        double[][] chances = new double[texts.size()][];
        for (int left = 0; left < FOLDS; left++) {
            int out = left;
            int[] rows = IntStream.range(0, fold.length)
                    .filter(row -> fold[row] != out)
                    .toArray();
            TextClassifier words = TextClassifier.learnWithoutBar(
                    Arrays.stream(rows).mapToObj(texts::get).toList());
            if (!words.labels().equals(labels)) {
                throw new IllegalArgumentException("expected " + FOLDS + " examples of each intent at least");
            }
            PointClassifier byPoint = points == null
                    ? null
                    : PointClassifier.learn(
                            Arrays.stream(rows).mapToObj(row -> points[row]).toArray(float[][]::new),
                            Arrays.stream(rows).map(row -> label[row]).toArray(),
                            labels.size());
            for (int row = 0; row < fold.length; row++) {
                if (fold[row] == out) {
                    chances[row] = IntentModel.chances(
                            words, byPoint, texts.get(row).text(), points == null ? null : points[row]);
                }
            }
        }
        return chances;
    }

    /** Each intent's examples are dealt to the folds in a drawn order, so that each fold has some of each. */
    private static int[] folds(int[] label, int labels) {
        SplittableRandom random = new SplittableRandom(1);
        int[] fold = new int[label.length];
        for (int k = 0; k < labels; k++) {
            int intent = k;
            int[] rows = IntStream.range(0, label.length)
                    .filter(row -> label[row] == intent)
                    .toArray();
            for (int n = rows.length - 1; n >= 0; n--) {
                int other = random.nextInt(n + 1);
                fold[rows[other]] = n % FOLDS;
                rows[other] = rows[n];
            }
        }
        return fold;
    }

    private static Confusion confusion(double[][] heldOut, int[] label, TextClassifier words) {
        List<Intent> intents = IntentModel.intents(words);
        int[][] counts = new int[intents.size()][intents.size()];
        for (int row = 0; row < label.length; row++) {
            counts[label[row]][IntentModel.best(heldOut[row])]++;
        }
        return new Confusion(intents, counts);
    }

    /** The lowest confidence from which on {@value #RIGHT} of the guesses are right. */
    private static double bar(double[][] heldOut, int[] label) {
        int[] order = IntStream.range(0, label.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -heldOut[row][IntentModel.best(heldOut[row])]))
                .mapToInt(Integer::intValue)
                .toArray();
        double bar = 1;
        int right = 0;
        for (int n = 0; n < order.length; n++) {
            int best = IntentModel.best(heldOut[order[n]]);
            right += best == label[order[n]] ? 1 : 0;
            if (right >= RIGHT * (n + 1)) {
                bar = heldOut[order[n]][best];
            }
        }
        return bar;
    }
}
