package dev.aisle.recommender.models.fairness;

import dev.aisle.algorithms.evaluate.AccuracyMetric;
import dev.aisle.recommender.interactions.Circumstances;
import dev.aisle.recommender.models.domain.HeldOutList;
import dev.aisle.recommender.models.domain.HoldOut;
import dev.aisle.recommender.models.domain.TrainingSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Somebody of a hold-out, without a name: what the settings would have shown, and how well that was met.
 *
 * @param ndcg of the list, 0 to 1
 * @param shown product ids, the first places of the list
 */
public record AskedPerson(Circumstances circumstances, double ndcg, List<String> shown) {
    public AskedPerson {
        shown = List.copyOf(shown);
    }

    /** The people of lists of a set. */
    public static List<AskedPerson> of(TrainingSet set, List<HeldOutList> lists) {
        String[] ids = set.productIds();
        return lists.stream()
                .map(held -> new AskedPerson(
                        set.circumstancesOf(held.person()),
                        AccuracyMetric.NDCG.of(held.list(), HoldOut.cutoff()),
                        IntStream.range(0, held.list().shown(HoldOut.cutoff()))
                                .mapToObj(rank -> ids[held.list().item(rank)])
                                .toList()))
                .toList();
    }
}
