package dev.aisle.assistant.understanding.intents;

import dev.aisle.algorithms.text.PointClassifier;
import dev.aisle.algorithms.text.TextClassifier;
import dev.aisle.assistant.shared.Language;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells what texts of one language want: one classifier over words and one over the points of a sentence model, their chances multiplied,
 * {@code p ∝ p(point) · √p(words)}; the words alone when there is no point.
 *
 * @param own how many of the examples are the shop's own
 * @param version the digest of what it was learned from and how
 * @param bar from which confidence on a guess counts as sure
 * @param confusion of the examples by models that hadn't seen them
 */
public record IntentModel(
        Language language,
        int own,
        String version,
        double bar,
        Confusion confusion,
        TextClassifier words,
        @Nullable PointClassifier points) {
    private static final int FORMAT = 1;

    /** The chances of the intents in the order of the confusion's, {@code Σ = 1}. */
    public double[] chances(String text, float @Nullable [] point) {
        return chances(words, points, text, point);
    }

    /** What a text wants. */
    public IntentGuess guess(String text, float @Nullable [] point) {
        double[] chances = chances(text, point);
        int best = best(chances);
        return new IntentGuess(intents(words).get(best), chances[best], chances[best] >= bar);
    }

    static List<Intent> intents(TextClassifier words) {
        return words.labels().stream().map(IntentModel::intent).toList();
    }

    private static Intent intent(String wireName) {
        for (Intent intent : Intent.values()) {
            if (intent.wireName().equals(wireName)) {
                return intent;
            }
        }
        throw new IllegalArgumentException(wireName + " is no intent");
    }

    static double[] chances(
            TextClassifier words, @Nullable PointClassifier points, String text, float @Nullable [] point) {
        double[] chances = words.chances(text);
        if (points == null || point == null) {
            return chances;
        }
        double[] byPoint = points.chances(point);
        double sum = 0;
        for (int k = 0; k < chances.length; k++) {
            chances[k] = Math.sqrt(chances[k]) * byPoint[k];
            sum += chances[k];
        }
        for (int k = 0; k < chances.length; k++) {
            chances[k] /= sum;
        }
        return chances;
    }

    static int best(double[] chances) {
        int best = 0;
        for (int k = 1; k < chances.length; k++) {
            if (chances[k] > chances[best]) {
                best = k;
            }
        }
        return best;
    }

    /**
     * Writes what {@link #read} reads; the same model gives the same bytes.
     *
     * @throws IOException when it can't be written
     */
    public void write(DataOutput out) throws IOException {
        out.writeInt(FORMAT);
        out.writeUTF(language.tag());
        out.writeInt(own);
        out.writeUTF(version);
        out.writeDouble(bar);
        out.writeInt(confusion.intents().size());
        for (Intent intent : confusion.intents()) {
            out.writeUTF(intent.wireName());
        }
        for (int[] row : confusion.counts()) {
            for (int count : row) {
                out.writeInt(count);
            }
        }
        words.write(out);
        out.writeBoolean(points != null);
        if (points != null) {
            points.write(out);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException when it can't be read, or is of another format
     */
    public static IntentModel read(DataInput in) throws IOException {
        int format = in.readInt();
        if (format != FORMAT) {
            throw new IOException("the model of intents has format " + format + ", expected " + FORMAT);
        }
        Language language = in.readUTF().equals(Language.CHINESE.tag()) ? Language.CHINESE : Language.ENGLISH;
        int own = in.readInt();
        String version = in.readUTF();
        double bar = in.readDouble();
        Confusion confusion = readConfusion(in);
        TextClassifier words = TextClassifier.read(in);
        PointClassifier points = in.readBoolean() ? PointClassifier.read(in) : null;
        return new IntentModel(language, own, version, bar, confusion, words, points);
    }

    private static Confusion readConfusion(DataInput in) throws IOException {
        int size = in.readInt();
        List<Intent> intents = new ArrayList<>();
        for (int k = 0; k < size; k++) {
            intents.add(intent(in.readUTF()));
        }
        int[][] counts = new int[size][size];
        for (int[] row : counts) {
            for (int column = 0; column < size; column++) {
                row[column] = in.readInt();
            }
        }
        return new Confusion(intents, counts);
    }
}
