package dev.aisle.algorithms.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A metric of single lists at one length, whatever its kind.
 *
 * @param name {@code metric@k}
 * @param missing what it needs and isn't known, if so
 * @param undefinedReason why no list has a value, when none has
 * @param of the value of a list; NaN when it has none
 */
record ListMetric(String name, Optional<String> missing, String undefinedReason, ToDoubleFunction<JudgedList> of) {
    private static final String NOBODY = "nobody to take the mean of";

    /** All of them, in the order of reports. */
    static List<ListMetric> at(int k, Surroundings known) {
        List<ListMetric> metrics = new ArrayList<>();
        for (AccuracyMetric metric : AccuracyMetric.values()) {
            metrics.add(judged(metric.label(), k, list -> metric.of(list, k)));
        }
        metrics.add(judged("accuracy", k, list -> accuracy(list, k, known.catalogue)));
        for (PopularityMetric metric : PopularityMetric.values()) {
            ToDoubleFunction<JudgedList> of =
                    list -> list.shown(k) == 0 ? Double.NaN : metric.of(list, k, known.catalogue);
            metrics.add(new ListMetric(metric.label() + "@" + k, known.withoutPopularity(), NOBODY, of));
        }
        for (PersonalMetric metric : PersonalMetric.values()) {
            ToDoubleFunction<JudgedList> of = list -> metric.needsHistory() && !list.historyKnown()
                    ? Double.NaN
                    : metric.of(list, k, known).orElse(Double.NaN);
            metrics.add(new ListMetric(metric.label() + "@" + k, metric.missing(known), metric.undefinedReason(), of));
        }
        return metrics;
    }

    static ListMetric judged(String label, int k, ToDoubleFunction<JudgedList> of) {
        return new ListMetric(
                label + "@" + k,
                Optional.empty(),
                NOBODY,
                list -> list.relevant() == 0 ? Double.NaN : of.applyAsDouble(list));
    }

    /** Share of the catalogue that was put on the right side: shown and taken, or neither. */
    private static double accuracy(JudgedList list, int k, Catalogue catalogue) {
        int wrong = list.shown(k) + list.relevant() - 2 * list.hits(k);
        return 1 - (double) wrong / catalogue.itemCount();
    }

    double[] values(List<JudgedList> lists) {
        return lists.stream().mapToDouble(of).toArray();
    }
}
