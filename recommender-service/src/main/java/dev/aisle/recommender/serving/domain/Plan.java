package dev.aisle.recommender.serving.domain;

import dev.aisle.recommender.serving.domain.RecommendQuery.Shape;
import dev.aisle.recommender.serving.domain.Recommendations.Origin;
import dev.aisle.recommender.serving.domain.candidates.CandidateSource;
import dev.aisle.recommender.serving.domain.candidates.Interests;
import dev.aisle.recommender.serving.domain.candidates.Question;
import dev.aisle.recommender.serving.domain.rank.LinearRanker;
import dev.aisle.recommender.serving.domain.rank.Ranker;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one list is to be made.
 *
 * @param question what the sources are asked
 * @param sources who is asked
 * @param ranker what makes one score of theirs
 * @param learned what orders the best of these anew; {@code null}: nothing should
 * @param interests the categories that calibration looks at
 * @param size how long the list becomes
 * @param origin what the answer says of how it came about
 * @param at when it was asked for
 */
public record Plan(
        Question question,
        List<CandidateSource> sources,
        LinearRanker ranker,
        @Nullable LearnedOrder learned,
        Interests interests,
        Reranking reranking,
        int size,
        Shape shape,
        Origin origin,
        Instant at) {
    /**
     * An order that was learned.
     *
     * @param version names it
     * @param ranker {@code null} when it was learned on other features than this service has
     */
    public record LearnedOrder(String version, @Nullable Ranker ranker) {}

    /** So many candidates of each source, and two for each item of the list, are enough for the stages to choose from. */
    private static final int FIRST_LOOK = 100;

    /** How many candidates a source gives for a list of that size. */
    static int candidatesFor(int size) {
        return FIRST_LOOK + 2 * size;
    }
}
