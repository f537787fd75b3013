package dev.aisle.recommender.feedback.edge;

import dev.aisle.recommender.feedback.domain.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Clicks, orders and revenue over time.
 *
 * @param fewestPeople of fewer nothing is told
 */
record FeedbackView(List<Row> rows, int fewestPeople) {
    FeedbackView {
        rows = List.copyOf(rows);
    }

    /** A bucket, or a value of the breakdown in it; rates are 0 to 1, revenue is in minor units per thousand lists. */
    record Row(
            Instant start,
            String value,
            long people,
            long lists,
            long items,
            long clicks,
            long orders,
            double clickThroughRate,
            double conversionRate,
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

    static FeedbackView of(List<Response> responses, int k) {
        return new FeedbackView(responses.stream().map(Row::of).toList(), k);
    }
}
