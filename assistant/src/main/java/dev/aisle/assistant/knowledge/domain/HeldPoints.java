package dev.aisle.assistant.knowledge.domain;

import dev.aisle.algorithms.nearest.ByteRows;
import dev.aisle.assistant.shared.Language;
import dev.aisle.assistant.understanding.intents.Spread;
import dev.aisle.text.StoredVector;
import dev.aisle.text.TextHash;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Texts that a model reads, and a point for each of them, which may come later than the texts. */
public final class HeldPoints {
    private final Language language;
    private final List<Read> reads;
    private volatile @Nullable ByteRows rows;
    private volatile @Nullable Spread spread;

    /** Without points as yet. */
    HeldPoints(Language language, List<String> texts) {
        this.language = language;
        this.reads = texts.stream().map(Read::of).toList();
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

    /** The language of the texts. */
    public Language language() {
        return language;
    }

    /** The texts. */
    public List<Read> reads() {
        return reads;
    }

    /** A row for each of the {@link #reads}; {@code null} while it has none. */
    public @Nullable ByteRows rows() {
        return rows;
    }

    /** Whether every text has its point. */
    public boolean known() {
        return rows != null || reads.isEmpty();
    }

    /** A point as numbers; {@code null} while it has none. */
    public float @Nullable [] vector(int at) {
        ByteRows placed = rows;
        if (placed == null) {
            return null;
        }
        float[] vector = new float[placed.width()];
        placed.addTo(vector, at, 1);
        return vector;
    }

    /** How what it is about spreads over the intents: made at the first look, and again when it should be of another version or the points have come. */
    public Spread spread(String version, Supplier<Spread> made) {
        Spread last = spread;
        if (last == null || !last.version().equals(version)) {
            last = made.get();
            spread = rows == null ? null : last;
        }
        return last;
    }

    /** Gives it its points when all are known; whether they are. */
    public boolean place(Map<Long, StoredVector> points) {
        for (Read read : reads) {
            if (!points.containsKey(read.hash())) {
                return false;
            }
        }
        ByteRows placed = null;
        for (int at = 0; at < reads.size(); at++) {
            StoredVector vector =
                    Objects.requireNonNull(points.get(reads.get(at).hash()));
            placed = placed == null ? new ByteRows(reads.size(), vector.values().length) : placed;
            placed.set(at, vector.values(), vector.scale());
        }
        rows = placed;
        return true;
    }

    /** Gives it the points of the same {@link #reads}. */
    public void placeLike(HeldPoints other) {
        rows = other.rows;
    }
}
