package dev.aisle.campaign.experiments.domain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An experiment as it decides and is analysed.
 *
 * @param flag the key of the flag that it decides
 * @param hypothesis what is believed, and why
 * @param layer {@code null} when it shares its units with every other experiment
 * @param heldOut whether the shop's global holdout is kept out of it
 * @param coverage the share of the units that take part, {@code 0 ≤ coverage ≤ 1}: it may grow while the experiment runs
 * @param targeting a condition on the context in GrowthBook's form; an empty object for everybody
 * @param treatments at least two; the first is the control
 */
public record Experiment(
        String id,
        String flag,
        String name,
        String hypothesis,
        Unit unit,
        @Nullable Layer layer,
        boolean heldOut,
        double coverage,
        JsonNode targeting,
        List<Treatment> treatments,
        List<MetricUse> metrics,
        DecisionRule rule) {
    public Experiment {
        treatments = List.copyOf(treatments);
        metrics = List.copyOf(metrics);
    }
}
