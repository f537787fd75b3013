package dev.aisle.campaign.shared.recommendations;

import java.util.List;

/** What the recommender said, if it did. */
public sealed interface Recommendation {
    /** The items; empty when there are none to show. */
    List<RecommendedItem> items();

    /** The same without the items that nothing led to. */
    default Recommendation related() {
        return this;
    }

    /**
     * A list, personal or not.
     *
     * @param requestId the recommender's name of its answer
     */
    record Recommended(List<RecommendedItem> items, boolean personalized, String modelVersion, String requestId)
            implements Recommendation {
        public Recommended {
            items = List.copyOf(items);
        }

        /** Only what something that the person saw, bought or put in the cart led to; what is merely popular goes. */
        @Override
        public Recommendation related() {
            return new Recommended(
                    items.stream().filter(RecommendedItem::hasCause).toList(), personalized, modelVersion, requestId);
        }
    }

    /** No answer. */
    record Missing(Cause cause) implements Recommendation {
        @Override
        public List<RecommendedItem> items() {
            return List.of();
        }
    }

    /** Why there is no answer. */
    enum Cause {
        UNAVAILABLE,
        LATE
    }
}
