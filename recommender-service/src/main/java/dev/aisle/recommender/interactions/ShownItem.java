package dev.aisle.recommender.interactions;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.SeenConsent;
import java.time.Instant;
import java.util.List;

/** An item of a list that somebody was shown. */
public record ShownItem(
        Showing showing, String productId, int position, float score, double propensity, String source) {
    /** Any of them suffices to keep what was shown. */
    public static final List<Purpose> KEPT_FOR =
            List.of(Purpose.PERSONALIZATION, Purpose.MODEL_TRAINING, Purpose.ANALYTICS);

    /**
     * What the items of a list share.
     *
     * @param exposureId once a list
     * @param decisionId the decision or request that it came from
     * @param seen the consent under which it was shown
     * @param chosenBy what chose it
     */
    public record Showing(
            String exposureId,
            String decisionId,
            SeenConsent seen,
            String placement,
            String modelVersion,
            ChosenBy chosenBy,
            boolean personalized,
            Instant exposedAt) {
        /**
         * What chose a list.
         *
         * @param requestId the recommender's answer that its items came from; empty when that isn't known
         * @param policy who decided that it is shown
         * @param version of the policy
         */
        public record ChosenBy(String requestId, String policy, String version) {}

        /** Who was shown it. */
        public String pseudonym() {
            return seen.pseudonym();
        }
    }
}
