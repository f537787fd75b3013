package dev.aisle.recommender.models.ranking;

import dev.aisle.algorithms.ranking.ShownList;
import dev.aisle.recommender.models.domain.PastModel;
import java.util.function.Consumer;

/** Lists that nobody was shown, but would have been: what a ranker learns from before there are enough that were. */
@FunctionalInterface
public interface ReplayedLists {
    /**
     * Gives the lists that a model would have given to people who came back after its moment, with what they took then as gains. Nobody has chosen by the place in a
     * list: all stand at position 1.
     *
     * @param most people; those are spread evenly
     */
    void of(PastModel past, int most, Consumer<ShownList> each);
}
