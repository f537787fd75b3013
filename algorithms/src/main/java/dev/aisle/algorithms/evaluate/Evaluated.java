package dev.aisle.algorithms.evaluate;

import dev.aisle.algorithms.evaluate.Outcome.Undefined;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** The metrics of lists, of which the outcomes of everybody and of any slice are taken. */
public final class Evaluated {
    private final Panel panel;
    private final Surroundings known;
    private final Map<Integer, List<ListMetric>> metrics;
    private final Map<String, double[]> values;
    private final Function<int[], Bootstrap> bootstrapOf;

    Evaluated(
            Panel panel,
            Surroundings known,
            Map<Integer, List<ListMetric>> metrics,
            Map<String, double[]> values,
            Function<int[], Bootstrap> bootstrapOf) {
        this.panel = panel;
        this.known = known;
        this.metrics = metrics;
        this.values = values;
        this.bootstrapOf = bootstrapOf;
    }

    /** The metrics of all lists: {@code metric@k} → outcome, in the order of the metrics. */
    public Map<String, Outcome> outcomes() {
        return at(IntStream.range(0, panel.lists().size()).toArray()).outcomes();
    }

    /** The metrics of the lists at some places of the panel. */
    public Slice at(int[] places) {
        Panel slice = panel.at(places);
        Bootstrap bootstrap = bootstrapOf.apply(slice.people());
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        metrics.forEach((k, ofLists) -> {
            ofLists.forEach(metric -> outcomes.put(metric.name(), mean(metric, places, bootstrap)));
            outcomes.put("group_parity@" + k, groupParity(slice, k, places, bootstrap));
            outcomes.putAll(exposure(slice.lists(), k, bootstrap));
        });
        return new Slice(slice.peopleCount(), outcomes);
    }

    /** The metrics of accuracy of the lists at some places, when only some of the right items are sought, by whoever has such. */
    public Slice seeking(int[] places, IntPredicate asked) {
        Panel slice = panel.at(places).seeking(asked);
        Bootstrap bootstrap = bootstrapOf.apply(slice.people());
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (int k : metrics.keySet()) {
            for (AccuracyMetric metric : AccuracyMetric.values()) {
                ListMetric at = ListMetric.judged(metric.label(), k, list -> metric.of(list, k));
                outcomes.put(at.name(), mean(at, at.values(slice.lists()), bootstrap));
            }
        }
        return new Slice(slice.peopleCount(), outcomes);
    }

    /**
     * Outcomes of some lists or of some items.
     *
     * @param people how many people they are about
     * @param outcomes {@code metric@k} → outcome
     */
    public record Slice(int people, Map<String, Outcome> outcomes) {}

    /**
     * One value a list.
     *
     * @param metric {@code metric@k}
     * @return NaN where a list has no value; empty when the metric has none at all
     */
    public Optional<double[]> values(String metric) {
        return Optional.ofNullable(values.get(metric)).map(double[]::clone);
    }

    private double[] valuesOf(String metric) {
        return Objects.requireNonNull(values.get(metric), metric);
    }

    private Outcome mean(ListMetric metric, int[] places, Bootstrap bootstrap) {
        return metric.missing()
                .<Outcome>map(Undefined::new)
                .orElseGet(() -> mean(metric, at(places, valuesOf(metric.name())), bootstrap));
    }

    private static Outcome mean(ListMetric metric, double[] ofLists, Bootstrap bootstrap) {
        return bootstrap
                .meanOfKnown(ofLists)
                .<Outcome>map(Function.identity())
                .orElseGet(() -> new Undefined(metric.undefinedReason()));
    }

    private static double[] at(int[] places, double[] all) {
        return Arrays.stream(places).mapToDouble(place -> all[place]).toArray();
    }

    /** Deviation / mean of the groups' NDCG. */
    private Outcome groupParity(Panel slice, int k, int[] places, Bootstrap bootstrap) {
        if (slice.groups().isEmpty()) {
            return new Undefined("no groups of people are known");
        }
        Grouping groups = slice.groups().get();
        double[] ndcg = at(places, valuesOf(AccuracyMetric.NDCG.label() + "@" + k));
        return bootstrap
                .around(times -> parity(groups, ndcg, times))
                .<Outcome>map(Function.identity())
                .orElseGet(() -> new Undefined("fewer than two groups of people who took something, or no hits"));
    }

    private static double parity(Grouping groups, double[] values, IntUnaryOperator times) {
        double[] sums = new double[groups.groups()];
        double[] counts = new double[groups.groups()];
        for (int list = 0; list < values.length; list++) {
            int group = groups.groupOf(list);
            if (group != Grouping.NONE && !Double.isNaN(values[list])) {
                sums[group] += times.applyAsInt(list) * values[list];
                counts[group] += times.applyAsInt(list);
            }
        }
        return Parity.ofRatios(sums, counts).orElse(Double.NaN);
    }

    private Map<String, Outcome> exposure(List<JudgedList> lists, int k, Bootstrap bootstrap) {
        ExposureMetric[] all = ExposureMetric.values();
        double[] of = exposures(lists, k, n -> 1);
        double[][] drawn = IntStream.range(0, bootstrap.size())
                .mapToObj(sample -> exposures(lists, k, bootstrap.times(sample)))
                .toArray(double[][]::new);
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (int m = 0; m < all.length; m++) {
            int column = m;
            double[] sorted = Arrays.stream(drawn)
                    .mapToDouble(row -> row[column])
                    .filter(value -> !Double.isNaN(value))
                    .sorted()
                    .toArray();
            Outcome outcome = Double.isNaN(of[m])
                    ? new Undefined(all[m].missing(known).orElse(all[m].undefinedReason()))
                    : Bootstrap.around(of[m], sorted);
            outcomes.put(all[m].label() + "@" + k, outcome);
        }
        return outcomes;
    }

    /** One value a metric of exposure; NaN for none. */
    private double[] exposures(List<JudgedList> lists, int k, IntUnaryOperator times) {
        Exposure exposure = Exposure.of(lists, times, k, known.catalogue.itemCount());
        return Arrays.stream(ExposureMetric.values())
                .mapToDouble(metric -> metric.missing(known).isPresent()
                        ? Double.NaN
                        : metric.of(exposure, known).orElse(Double.NaN))
                .toArray();
    }
}
