package dev.aisle.recommender.assistant.knowledge.domain;

import dev.aisle.algorithms.nearest.ByteRows;
import dev.aisle.recommender.assistant.understanding.domain.Spread;
import dev.aisle.recommender.content.domain.StoredVector;
import dev.aisle.recommender.content.domain.TextHash;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A passage as it is searched. Only its points may come later than the rest: one of all its text under its headings, one of the headings alone,
 * which are often worded as a question is.
 */
public final class HeldPassage {
    private final Passage passage;
    private final List<Read> reads;
    private volatile @Nullable ByteRows points;
    private volatile @Nullable Spread spread;

    /** Without points as yet. */
    public HeldPassage(Passage passage) {
        this.passage = passage;
        String heading = passage.heading();
        String head = passage.title() + (heading == null ? "" : ". " + heading);
        this.reads = List.of(Read.of(head + ". " + passage.text()), Read.of(head));
    }

    /**
     * A text that a model reads.
     *
     * @param hash the first 64 bits of its SHA-256
     */
    public record Read(String text, long hash) {
        private static Read of(String text) {
            return new Read(text, TextHash.of(text));
        }
    }

    /** The passage. */
    public Passage passage() {
        return passage;
    }

    /** Names it in the index: an edited article's passages have other names. */
    public String name() {
        return passage.article() + '|' + passage.language().tag() + '|' + passage.version() + '|' + passage.number();
    }

    /** What a model reads of it. */
    public List<Read> reads() {
        return reads;
    }

    /** Everything of it in one text. */
    public String wholeText() {
        return reads.getFirst().text();
    }

    /** A row for each of the {@link #reads}; {@code null} while it has none. */
    public @Nullable ByteRows points() {
        return points;
    }

    /** The point of all its text as numbers; {@code null} while it has none. */
    public float @Nullable [] vector() {
        ByteRows rows = points;
        if (rows == null) {
            return null;
        }
        float[] vector = new float[rows.width()];
        rows.addTo(vector, 0, 1);
        return vector;
    }

    /** How what it is about spreads over the intents: made at the first look, and again when it should be of another version or the points have come. */
    public Spread spread(String version, Supplier<Spread> made) {
        Spread known = spread;
        if (known == null || !known.version().equals(version)) {
            known = made.get();
            spread = points == null ? null : known;
        }
        return known;
    }

    /** Gives it its points when all are known; whether they are. */
    public boolean place(Map<Long, StoredVector> known) {
        for (Read read : reads) {
            if (!known.containsKey(read.hash())) {
                return false;
            }
        }
        ByteRows rows = null;
        for (int at = 0; at < reads.size(); at++) {
            StoredVector vector = Objects.requireNonNull(known.get(reads.get(at).hash()));
            rows = rows == null ? new ByteRows(reads.size(), vector.values().length) : rows;
            rows.set(at, vector.values(), vector.scale());
        }
        points = rows;
        return true;
    }

    /** Gives it the points of a passage with the same {@link #reads}. */
    public void placeLike(HeldPassage other) {
        points = other.points;
    }
}
