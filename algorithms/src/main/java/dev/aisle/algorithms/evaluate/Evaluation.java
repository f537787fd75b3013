package dev.aisle.algorithms.evaluate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes every metric of lists. */
public final class Evaluation {
    private final Catalogue catalogue;
    private final ItemTraits traits;
    private final int sampleCount;
    private final long seed;

    /**
     * An evaluation that knows nothing of items but their popularity.
     *
     * @param catalogue what could have been shown
     * @param sampleCount samples of the bootstrap, ≥ 1
     * @param seed of the bootstrap
     */
    public Evaluation(Catalogue catalogue, int sampleCount, long seed) {
        this(catalogue, ItemTraits.NONE, sampleCount, seed);
    }

    /**
     * An evaluation.
     *
     * @param catalogue what could have been shown
     * @param traits what is known of the items
     * @param sampleCount samples of the bootstrap, ≥ 1
     * @param seed of the bootstrap
     */
    public Evaluation(Catalogue catalogue, ItemTraits traits, int sampleCount, long seed) {
        this.catalogue = catalogue;
        this.traits = traits;
        this.sampleCount = sampleCount;
        this.seed = seed;
    }

    /**
     * Evaluates one list a person.
     *
     * @param lists whoever took nothing counts in the metrics of what was shown only
     * @param cutoffs each k ≥ 1
     * @return {@code metric@k} → outcome, in the order of the metrics
     */
    public Map<String, Outcome> of(List<JudgedList> lists, int[] cutoffs) {
        return of(Panel.of(lists), cutoffs).outcomes();
    }

    /**
     * Takes the metrics of every list, once for all slices of the panel.
     *
     * @param cutoffs each k ≥ 1
     */
    public Evaluated of(Panel panel, int[] cutoffs) {
        Surroundings known =
                new Surroundings(catalogue, traits, Arrays.stream(cutoffs).max().orElse(0));
        Map<Integer, List<ListMetric>> metrics = new LinkedHashMap<>();
        Map<String, double[]> values = new LinkedHashMap<>();
        for (int k : cutoffs) {
            metrics.put(k, ListMetric.at(k, known));
            for (ListMetric metric : metrics.get(k)) {
                if (metric.missing().isEmpty()) {
                    values.put(metric.name(), metric.values(panel.lists()));
                }
            }
        }
        return new Evaluated(panel, known, metrics, values, places -> Bootstrap.ofPeople(places, sampleCount, seed));
    }
}
