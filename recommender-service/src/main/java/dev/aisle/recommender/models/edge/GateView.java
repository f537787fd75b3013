package dev.aisle.recommender.models.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.recommender.models.gate.GateResult;
import dev.aisle.recommender.models.gate.GateResult.Comparison;
import org.jspecify.annotations.Nullable;

/** A candidate beside the model that served. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GateView(
        String verdict, String basis, int people, @Nullable Comparison comparison, String explanation) {
    static @Nullable GateView of(@Nullable GateResult gate) {
        return gate == null
                ? null
                : new GateView(
                        gate.verdict().label(),
                        gate.basis().label(),
                        gate.people(),
                        gate.comparison(),
                        gate.explanation());
    }
}
