package dev.aisle.recommender.models.edge;

import dev.aisle.recommender.models.registry.Plan.Steps;
import java.util.List;

/**
 * What an order has done, or would do.
 *
 * @param version the model that was meant
 * @param changes in this order; none when everything was as wished
 */
record MovesView(String version, boolean dryRun, List<Change> changes) {
    /** A model changes its state. */
    record Change(String version, String from, String to, int percent) {}

    static MovesView of(Steps steps, boolean dryRun) {
        return new MovesView(
                steps.version(),
                dryRun,
                steps.steps().stream()
                        .map(step -> new Change(
                                step.version(), step.from().label(), step.to().label(), step.percent()))
                        .toList());
    }
}
