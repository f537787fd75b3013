package dev.aisle.recommender.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Joins ranked lists whose scores can't be compared: {@code score(d) = Σ weight / (10 + rank of d)}, divided by the most that is possible.
 *
 * @see <a href="https://doi.org/10.1145/1571941.1572114">Cormack, Clarke, Büttcher 2009, Reciprocal rank fusion</a>
 */
final class ReciprocalRanks {
    /** The paper's 60 lets being in both lists outweigh being first in one too often, see docs/search.md. */
    private static final float K = 10;

    private final Map<String, Ranked> ranked = new LinkedHashMap<>();
    private float most;

    /** Which list a product stood in. */
    public enum Kind {
        WORDS,
        MEANING
    }

    /**
     * A product of the joined list.
     *
     * @param score 0 to 1: 1 for the first of all lists
     * @param kinds the lists that it stood in
     */
    public record Joined(String productId, float score, Set<Kind> kinds) {}

    private static final class Ranked {
        private float score;
        private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    }

    /** What the place in one list is worth: 1 for the first, 0 where it isn't in it. */
    static float share(List<String> productIds, String productId) {
        int place = productIds.indexOf(productId);
        return place < 0 ? 0 : (K + 1) / (K + 1 + place);
    }

    /** Adds a list, the best first, each product once. */
    public ReciprocalRanks add(Kind kind, float weight, List<String> productIds) {
        int rank = 1;
        for (String id : productIds) {
            Ranked product = ranked.computeIfAbsent(id, added -> new Ranked());
            product.score += weight / (K + rank++);
            product.kinds.add(kind);
        }
        most += weight / (K + 1);
        return this;
    }

    /** All products, the best first; of equal ones the one that was added first. */
    public List<Joined> joined() {
        List<Joined> joined = new ArrayList<>();
        ranked.forEach((id, product) -> joined.add(new Joined(id, product.score / most, product.kinds)));
        joined.sort(Comparator.comparing(Joined::score, Comparator.reverseOrder()));
        return joined;
    }
}
