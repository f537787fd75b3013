package dev.aisle.recommender.interactions.feedback.edge;

import dev.aisle.recommender.interactions.feedback.domain.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Clicks, orders and revenue over time.
 *
 * @param fewestPeople of fewer nothing is shown
 * @param answersLeft how many new reports the caller can still have today (UTC)
 */
record FeedbackView(List<Row> rows, int fewestPeople, int answersLeft) {
    FeedbackView {
        rows = List.copyOf(rows);
    }

    /**
     * A bucket, or a value of the breakdown in it; rates are 0 to 1, revenue is in minor units per thousand lists. What doesn't stand out of its noise
     * is null.
     */
    record Row(
            Instant start,
            String value,
            long people,
            @Nullable Long lists,
            @Nullable Long items,
            @Nullable Long clicks,
            @Nullable Long orders,
            @Nullable Double clickThroughRate,
            @Nullable Double conversionRate,
            Map<String, Double> revenuePerThousand) {
        static Row of(Response one) {
            return new Row(
                    one.start(),
                    one.value(),
                    one.people(),
                    one.lists(),
                    one.items(),
                    one.clicks(),
                    one.orders(),
                    one.clickThroughRate(),
                    one.conversionRate(),
                    one.revenuePerThousand());
        }
    }

    static FeedbackView of(List<Response> responses, int k, int left) {
        return new FeedbackView(responses.stream().map(Row::of).toList(), k, left);
    }
}
