package dev.aisle.recommender.assistant.knowledge.domain;

import dev.aisle.algorithms.nearest.ByteRows;
import dev.aisle.recommender.assistant.understanding.domain.Spread;
import dev.aisle.recommender.content.domain.StoredVector;
import dev.aisle.recommender.content.domain.TextHash;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A passage as it is searched. Only its point may come later than the rest. */
public final class HeldPassage {
    private final Passage passage;
    private final long hash;
    private volatile @Nullable ByteRows point;
    private volatile @Nullable Spread spread;

    /** Without a point as yet. */
    public HeldPassage(Passage passage) {
        this.passage = passage;
        this.hash = TextHash.of(readText(passage));
    }

    /** The passage. */
    public Passage passage() {
        return passage;
    }

    /** Names it in the index: an edited article's passages have other names. */
    public String name() {
        return passage.article() + '|' + passage.language().tag() + '|' + passage.version() + '|' + passage.number();
    }

    /** What a model reads of it: where it stands says as much as what it says. */
    public String readText() {
        return readText(passage);
    }

    private static String readText(Passage passage) {
        String heading = passage.heading();
        return passage.title() + ". " + (heading == null ? "" : heading + ". ") + passage.text();
    }

    /** The first 64 bits of the text's SHA-256. */
    public long hash() {
        return hash;
    }

    /** Its point; {@code null} while it has none. */
    public @Nullable ByteRows point() {
        return point;
    }

    /** Its point as numbers; {@code null} while it has none. */
    public float @Nullable [] vector() {
        ByteRows row = point;
        if (row == null) {
            return null;
        }
        float[] vector = new float[row.width()];
        row.addTo(vector, 0, 1);
        return vector;
    }

    /** How what it is about spreads over the intents: made at the first look, and again when it should be of another version or the point has come. */
    public Spread spread(String version, Supplier<Spread> made) {
        Spread known = spread;
        if (known == null || !known.version().equals(version)) {
            known = made.get();
            spread = point == null ? null : known;
        }
        return known;
    }

    /** Gives it its point. */
    public void place(StoredVector vector) {
        ByteRows row = new ByteRows(1, vector.values().length);
        row.set(0, vector.values(), vector.scale());
        point = row;
    }

    /** Gives it the point of the same text. */
    public void placeLike(HeldPassage other) {
        point = other.point;
    }
}
