package dev.aisle.profile.analysis.domain.funnel;

import dev.aisle.profile.analysis.domain.Basis;
import dev.aisle.profile.analysis.domain.Chart;
import dev.aisle.profile.analysis.domain.disclosure.Figure;
import dev.aisle.profile.analysis.domain.disclosure.Withheld;
import java.util.List;

/**
 * A funnel.
 *
 * @param breakdown by what the groups are made: {@code none}, {@code device}, {@code country}, {@code category}
 * @param groups the largest first; what they leave of the total is {@code (other)}: groups that are small, and those beyond the twenty
 *     largest
 */
public record FunnelChart(Basis basis, String breakdown, Group total, List<Group> groups) implements Chart {
    public FunnelChart {
        groups = List.copyOf(groups);
    }

    /** The steps of a group, in order. */
    public record Group(String label, List<Step> steps) {
        public Group {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A step.
     *
     * @param count people or sessions that got here
     * @param ofFirst the share of those who began, 0..1
     * @param ofBefore the share of those at the last step before whose count is told, 0..1
     * @param secondsSinceBefore from the step before; of the total alone
     */
    public record Step(String label, Figure count, Figure ofFirst, Figure ofBefore, Times secondsSinceBefore) {}

    /** Quantiles of a time in seconds, from how many times lie between 1, 3, 10, 30, … seconds. */
    public record Times(Figure p25, Figure median, Figure p75, Figure p90) {
        static final Times NOT_BY_GROUP = of(Figure.not(Withheld.ONLY_IN_TOTAL));

        static Times of(Figure each) {
            return new Times(each, each, each, each);
        }
    }
}
