package dev.aisle.profile.analysis.domain.retention;

import dev.aisle.profile.analysis.domain.Basis;
import dev.aisle.profile.analysis.domain.Chart;
import dev.aisle.profile.analysis.domain.disclosure.Figure;
import java.time.LocalDate;
import java.util.List;

/**
 * A matrix of cohorts and periods.
 *
 * @param granularity of cohorts and periods: {@code day}, {@code week}, {@code month}
 * @param rolling whether a period counts whoever came back in it or later
 * @param cohorts the oldest first; spans in which nobody began are there too
 * @param overall by period from 1 on, the share over all cohorts of which it is over
 */
public record RetentionChart(
        Basis basis, String granularity, boolean rolling, List<Cohort> cohorts, List<Figure> overall) implements Chart {
    public RetentionChart {
        cohorts = List.copyOf(cohorts);
        overall = List.copyOf(overall);
    }

    /**
     * Those who began in one span.
     *
     * @param start the first day of the span
     * @param size how many they are
     * @param back by period from 1 on, how many came back
     * @param share the same as a share of the size
     */
    public record Cohort(LocalDate start, Figure size, List<Figure> back, List<Figure> share) {
        public Cohort {
            back = List.copyOf(back);
            share = List.copyOf(share);
        }
    }
}
