package dev.aisle.recommender.models.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.recommender.models.gate.GateResult;
import dev.aisle.recommender.models.registry.RegisteredModel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A model in the list of all. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ModelSummary(
        String version,
        String state,
        @Nullable Integer percent,
        Instant changedAt,
        Instant trainedAt,
        int people,
        int items,
        long interactions,
        @Nullable String gate,
        @Nullable String ranker,
        @Nullable Instant learnedFromErasedSince) {
    static ModelSummary of(RegisteredModel model) {
        GateResult gate = model.gate();
        return new ModelSummary(
                model.version(),
                model.state().label(),
                model.percent() == 0 ? null : model.percent(),
                model.changedAt(),
                model.lineage().trainedAt(),
                model.lineage().people(),
                model.lineage().items(),
                model.lineage().interactions(),
                gate == null ? null : gate.verdict().label(),
                model.lineage().ranker() == null
                        ? null
                        : model.lineage().ranker().serves(),
                model.erasedSince());
    }
}
