package dev.aisle.algorithms.evaluate;

import dev.aisle.algorithms.evaluate.Outcome.Undefined;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Takes every metric that needs only lists, truth and popularity. */
public final class Evaluation {
    private static final String NO_POPULARITY = "the popularity in training isn't known";

    private final Catalogue catalogue;
    private final int sampleCount;
    private final long seed;

    /**
     * An evaluation.
     *
     * @param catalogue what could have been shown
     * @param sampleCount samples of the bootstrap, ≥ 1
     * @param seed of the bootstrap
     */
    public Evaluation(Catalogue catalogue, int sampleCount, long seed) {
        this.catalogue = catalogue;
        this.sampleCount = sampleCount;
        this.seed = seed;
    }

    /**
     * Evaluates lists.
     *
     * @param lists one a person; whoever took nothing counts in the metrics of popularity and exposure only
     * @param cutoffs each k ≥ 1
     * @return {@code metric@k} → outcome, in the order of the metrics
     */
    public Map<String, Outcome> of(List<JudgedList> lists, int[] cutoffs) {
        List<JudgedList> judged =
                lists.stream().filter(list -> list.relevant() > 0).toList();
        List<JudgedList> shown =
                lists.stream().filter(list -> list.shown(1) > 0).toList();
        Bootstrap ofJudged = new Bootstrap(judged.size(), sampleCount, seed);
        Bootstrap ofShown = ofSize(shown.size(), ofJudged, judged.size());
        Bootstrap ofAll = ofSize(lists.size(), ofShown, shown.size());
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (int k : cutoffs) {
            for (AccuracyMetric metric : AccuracyMetric.values()) {
                outcomes.put(metric.label() + "@" + k, mean(judged, ofJudged, list -> metric.of(list, k)));
            }
            outcomes.put("accuracy@" + k, mean(judged, ofJudged, list -> accuracy(list, k)));
            for (PopularityMetric metric : PopularityMetric.values()) {
                outcomes.put(metric.label() + "@" + k, popularity(metric, shown, ofShown, k));
            }
            for (ExposureMetric metric : ExposureMetric.values()) {
                outcomes.put(metric.label() + "@" + k, exposure(metric, lists, ofAll, k));
            }
        }
        return outcomes;
    }

    /** Samples of as many people are the same samples, and take the memory once. */
    private Bootstrap ofSize(int people, Bootstrap other, int peopleOfOther) {
        return people == peopleOfOther ? other : new Bootstrap(people, sampleCount, seed);
    }

    /** Share of the catalogue that was put on the right side: shown and taken, or neither. */
    private double accuracy(JudgedList list, int k) {
        int wrong = list.shown(k) + list.relevant() - 2 * list.hits(k);
        return 1 - (double) wrong / catalogue.itemCount();
    }

    private Outcome popularity(PopularityMetric metric, List<JudgedList> lists, Bootstrap bootstrap, int k) {
        return catalogue.popularityKnown()
                ? mean(lists, bootstrap, list -> metric.of(list, k, catalogue))
                : new Undefined(NO_POPULARITY);
    }

    private static Outcome mean(List<JudgedList> lists, Bootstrap bootstrap, ToDoubleFunction<JudgedList> metric) {
        return lists.isEmpty()
                ? new Undefined("nobody to take the mean of")
                : bootstrap.mean(lists.stream().mapToDouble(metric).toArray());
    }

    private Outcome exposure(ExposureMetric metric, List<JudgedList> lists, Bootstrap bootstrap, int k) {
        if (metric.needsPopularity() && !catalogue.popularityKnown()) {
            return new Undefined(NO_POPULARITY);
        }
        byte[] once = new byte[lists.size()];
        Arrays.fill(once, (byte) 1);
        OptionalDouble value = metric.of(Exposure.of(lists, once, k, catalogue), catalogue);
        if (value.isEmpty()) {
            return new Undefined(metric.undefinedReason());
        }
        return bootstrap.around(
                value.getAsDouble(), times -> metric.of(Exposure.of(lists, times, k, catalogue), catalogue));
    }
}
