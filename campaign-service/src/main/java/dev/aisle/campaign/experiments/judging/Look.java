package dev.aisle.campaign.experiments.judging;

import java.time.LocalDate;
import java.util.List;

/**
 * How the goals and guardrails stood on a day.
 *
 * @param units of all arms
 * @param share of the plan
 * @param decided whether this look was one that may decide
 * @param decision what it decided, or would have
 * @param variation what it would ship; empty for all else
 * @param because why
 */
public record Look(
        LocalDate day,
        long units,
        double share,
        boolean decided,
        String decision,
        String variation,
        String because,
        List<Point> points) {
    public Look {
        points = List.copyOf(points);
    }

    /**
     * A comparison that day.
     *
     * @param relative whether the values are shares of the control's mean
     */
    public record Point(
            String metric,
            String variation,
            boolean relative,
            double value,
            double low,
            double high,
            double statistic,
            double boundary) {}
}
