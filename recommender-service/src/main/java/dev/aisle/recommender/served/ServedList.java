package dev.aisle.recommender.served;

import dev.aisle.platform.consent.SeenConsent;
import dev.aisle.recommender.catalog.ReasonCode;
import java.time.Instant;
import java.util.List;

/**
 * A list that somebody was answered with.
 *
 * @param requestId the name of the answer
 * @param seen the consent under which it was made
 */
public record ServedList(String requestId, SeenConsent seen, Instant servedAt, Origin origin, List<Item> items) {
    public ServedList {
        items = List.copyOf(items);
    }

    /**
     * How it came about.
     *
     * @param stage what answered
     * @param refusal why it wasn't personal; empty when it was
     * @param modelVersion empty without a model
     * @param policyVersion the settings that put it into order
     */
    public record Origin(String placement, String stage, String refusal, String modelVersion, String policyVersion) {
        /** Whether what is known of the person made it. */
        public boolean personalized() {
            return refusal.isEmpty();
        }
    }

    /**
     * An item.
     *
     * @param source the name of what the score is owed to
     * @param propensity the chance that it came to its place, 0 &lt; p ≤ 1
     * @param causes products that caused it, the strongest first
     * @param features what a ranker knew of it; of length 0 when that isn't kept
     */
    @SuppressWarnings("ArrayRecordComponent") // written once, then only read
    public record Item(
            String productId,
            String source,
            float score,
            double propensity,
            ReasonCode reason,
            List<String> causes,
            float[] features) {
        private static final float[] NONE = {};

        public Item {
            causes = List.copyOf(causes);
        }

        /** The same without what a ranker knew of it. */
        Item withoutFeatures() {
            return new Item(productId, source, score, propensity, reason, causes, NONE);
        }
    }

    /** Who was answered. */
    public String pseudonym() {
        return seen.pseudonym();
    }

    /** Whether it has what a ranker can learn from. */
    public boolean hasFeatures() {
        return !items.isEmpty() && items.getFirst().features().length > 0;
    }

    /** The same without what a ranker knew of the items. */
    public ServedList withoutFeatures() {
        return new ServedList(
                requestId,
                seen,
                servedAt,
                origin,
                items.stream().map(Item::withoutFeatures).toList());
    }
}
