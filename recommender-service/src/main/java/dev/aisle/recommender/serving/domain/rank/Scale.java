package dev.aisle.recommender.serving.domain.rank;

import dev.aisle.recommender.models.domain.Source;

/** Puts the scores of all sources on one scale, so that they can be added: docs/decisions/0027. */
@FunctionalInterface
public interface Scale {
    /**
     * The score on the common scale.
     *
     * @param score of the source, in its own unit
     * @param greatest the greatest score of this source in this question, &gt; 0
     * @return 0 to 1; 0 where the source has nothing to say
     */
    float of(Source source, float score, float greatest);

    /** The share of the best, which is how a training judges the mix on its hold-out. */
    static Scale shareOfBest() {
        return (source, score, greatest) -> Math.max(0, Math.min(1, score / greatest));
    }
}
