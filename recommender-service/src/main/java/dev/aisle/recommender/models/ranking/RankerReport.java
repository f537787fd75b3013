package dev.aisle.recommender.models.ranking;

import dev.aisle.algorithms.evaluate.Outcome.Estimate;
import dev.aisle.algorithms.ranking.RankingComparison;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a ranker was learned beside a model, and how it did beside the blend.
 *
 * @param serves what orders the candidates of this model: the version of a ranker, or {@link #BLEND}
 * @param explanation why, in words
 * @param basis what was learned from: {@link #SHOWN} or {@link #REPLAYED}; {@code null} in reports of former versions, which knew the first only
 * @param lists of the basis, and of them those with a click
 * @param heldOut lists with a click on the newest days, that both were judged on; 0 when it didn't come to that
 * @param ranker nDCG of the ranker's order on them, each click weighted by how probably its place was looked at, with its 95 % interval
 * @param blend the same of the blend's order
 * @param difference ranker − blend
 * @param examination how probably somebody looks at each of the first places, relative to the first one
 */
public record RankerReport(
        String serves,
        String explanation,
        @Nullable String basis,
        Lists lists,
        int heldOut,
        @Nullable Estimate ranker,
        @Nullable Estimate blend,
        @Nullable Estimate difference,
        List<Double> examination) {
    /** Serves where no learned ranker does. */
    public static final String BLEND = "blend";

    /** Lists that people were shown. */
    public static final String SHOWN = "shown lists";

    /** Lists that people would have been shown when they came back. */
    public static final String REPLAYED = "replayed sessions";

    public RankerReport {
        examination = List.copyOf(examination);
    }

    /** How many lists there were. */
    public record Lists(int shown, int withClick) {}

    /** It didn't come to a comparison. */
    public static RankerReport without(String explanation, Lists lists) {
        return new RankerReport(BLEND, explanation, SHOWN, lists, 0, null, null, null, List.of());
    }

    /** Both were compared. */
    public static RankerReport of(
            String serves,
            String explanation,
            String basis,
            Lists lists,
            RankingComparison compared,
            List<Double> examination) {
        return new RankerReport(
                serves,
                explanation,
                basis,
                lists,
                compared.lists(),
                compared.first(),
                compared.second(),
                compared.difference(),
                examination);
    }
}
