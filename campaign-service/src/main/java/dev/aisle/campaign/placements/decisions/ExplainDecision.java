package dev.aisle.campaign.placements.decisions;

import dev.aisle.campaign.placements.decisions.Explanation.Shown;
import dev.aisle.campaign.placements.decisions.TraceRepository.Kept;
import dev.aisle.campaign.shared.Language;
import dev.aisle.platform.audit.PersonReads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Explains a decision from what was kept when it was made. */
@ApplicationScoped
class ExplainDecision {
    private final TraceRepository traces;
    private final PersonReads personReads;

    ExplainDecision(TraceRepository traces, PersonReads personReads) {
        this.traces = traces;
        this.personReads = personReads;
    }

    /** A decision and its explanation. */
    public record Explained(Kept decision, Explanation explanation) {}

    /** Explains; empty when no decision of that id is kept. Who of staff asks about whom is told to the audit log first. */
    @Transactional
    public Optional<Explained> explain(String id, Language language) {
        traces.personOf(id).ifPresent(personReads::note);
        return traces.find(id)
                .map(kept -> new Explained(
                        kept,
                        Explanation.of(
                                new Shown(reference(kept), kept.heldOut(), kept.reason()), kept.trace(), language)));
    }

    private static @Nullable String reference(Kept kept) {
        return kept.campaign() == null ? null : kept.campaign() + "@" + kept.version();
    }
}
