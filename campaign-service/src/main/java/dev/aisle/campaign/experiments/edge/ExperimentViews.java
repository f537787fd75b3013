package dev.aisle.campaign.experiments.edge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.campaign.experiments.domain.Deed;
import dev.aisle.campaign.experiments.domain.Layer;
import dev.aisle.campaign.experiments.domain.Life;
import dev.aisle.campaign.experiments.domain.Phase;
import dev.aisle.campaign.experiments.usecase.ReadExperiments.Seen;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Experiments on the wire. */
final class ExperimentViews {
    private ExperimentViews() {}

    /** A line of the log: what was believed, and what was learnt. */
    record Row(
            String id,
            String name,
            String hypothesis,
            String flag,
            String state,
            Instant madeAt,
            @Nullable Instant concludedAt,
            @Nullable String learnt,
            @Nullable String kept) {
        static Row of(Life life) {
            return new Row(
                    life.id(),
                    life.said("name"),
                    life.said("hypothesis"),
                    life.said("flag"),
                    life.state().code(),
                    life.madeAt(),
                    life.concludedAt(),
                    life.learnt(),
                    life.kept());
        }
    }

    record Rows(List<Row> experiments) {}

    record Whole(
            String id,
            String state,
            long revision,
            JsonNode definition,
            Instant madeAt,
            @Nullable Instant concludedAt,
            @Nullable String learnt,
            @Nullable String kept,
            List<PhaseView> phases) {
        static Whole of(Seen seen) {
            Life life = seen.life();
            return new Whole(
                    life.id(),
                    life.state().code(),
                    life.revision(),
                    life.definition(),
                    life.madeAt(),
                    life.concludedAt(),
                    life.learnt(),
                    life.kept(),
                    seen.phases().stream().map(PhaseView::of).toList());
        }
    }

    record PhaseView(
            int phase,
            String seed,
            Instant startedAt,
            @Nullable Instant endedAt,
            double coverage,
            @Nullable Layer layer) {
        static PhaseView of(Phase phase) {
            return new PhaseView(
                    phase.number(),
                    phase.seed(),
                    phase.startedAt(),
                    phase.endedAt(),
                    phase.experiment().coverage(),
                    phase.experiment().layer());
        }
    }

    record Deeds(List<Deed> deeds) {}
}
