package dev.aisle.recommender.interactions.domain;

import java.time.Instant;

/** An item of a list that somebody was shown. */
public record ShownItem(
        Showing showing, String productId, int position, float score, double propensity, String source) {
    /**
     * What the items of a list share.
     *
     * @param exposureId once a list
     * @param decisionId the decision or request that it came from
     */
    public record Showing(
            String exposureId,
            String decisionId,
            String pseudonym,
            String placement,
            String modelVersion,
            boolean personalized,
            Instant exposedAt) {}
}
