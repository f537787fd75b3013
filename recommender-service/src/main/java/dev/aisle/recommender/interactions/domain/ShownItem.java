package dev.aisle.recommender.interactions.domain;

import dev.aisle.platform.consent.SeenConsent;
import java.time.Instant;

/** An item of a list that somebody was shown. */
public record ShownItem(
        Showing showing, String productId, int position, float score, double propensity, String source) {
    /**
     * What the items of a list share.
     *
     * @param exposureId once a list
     * @param decisionId the decision or request that it came from
     * @param seen the consent under which it was shown
     */
    public record Showing(
            String exposureId,
            String decisionId,
            SeenConsent seen,
            String placement,
            String modelVersion,
            boolean personalized,
            Instant exposedAt) {
        /** Who was shown it. */
        public String pseudonym() {
            return seen.pseudonym();
        }
    }
}
