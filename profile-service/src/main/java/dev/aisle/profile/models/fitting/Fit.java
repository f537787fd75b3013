package dev.aisle.profile.models.fitting;

import dev.aisle.profile.models.ModelKind;
import dev.aisle.profile.models.Parameters;

/** What came of an attempt to fit a model. */
public sealed interface Fit {
    ModelKind kind();

    /**
     * A model.
     *
     * @param people how many it rests on
     */
    record Fitted(ModelKind kind, long people, Parameters parameters) implements Fit {}

    /** None, and why: what there is would give garbage. The model before stays in use. */
    record NotFitted(ModelKind kind, String reason) implements Fit {}
}
