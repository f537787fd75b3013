package dev.aisle.profile.analysis.domain.funnel;

import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import dev.aisle.profile.analysis.domain.disclosure.Complement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Groups of a breakdown that are large enough to be shown, and one of all others. */
final class FunnelGroups {
    static final String OTHER = "(other)";
    private static final int MOST_GROUPS = 20;

    private FunnelGroups() {}

    /** A group and what it is called. */
    record Named(String label, StepCounts counts) {
        long people() {
            return counts.peopleReached(0);
        }
    }

    /** The largest first, all others at the end: these are nobody or, as long as there are enough people, at least k. */
    static List<Named> of(Map<String, StepCounts> groups, KThreshold threshold, Complement complement) {
        List<Named> shown = new ArrayList<>();
        List<Named> rest = new ArrayList<>();
        groups.entrySet().stream()
                .map(entry -> new Named(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Named::people).reversed().thenComparing(Named::label))
                .forEach(group ->
                        (threshold.allows(group.people()) && shown.size() < MOST_GROUPS ? shown : rest).add(group));
        while (!threshold.allowsDifference(together(rest, complement)) && !shown.isEmpty()) {
            rest.add(shown.removeLast());
        }
        if (!rest.isEmpty()) {
            StepCounts others = new StepCounts(rest.getFirst().counts().steps());
            rest.forEach(group -> others.joinGroup(group.counts(), complement::together));
            shown.add(new Named(OTHER, others));
        }
        return shown;
    }

    private static long together(List<Named> groups, Complement complement) {
        return groups.stream().mapToLong(Named::people).reduce(0, complement::together);
    }
}
