package dev.aisle.campaign.placements.usecase;

import dev.aisle.campaign.placements.domain.Decision;
import dev.aisle.campaign.placements.domain.DecisionRequest;
import dev.aisle.campaign.placements.store.DecisionRepository;
import dev.aisle.campaign.placements.store.Recorded.Earlier;
import dev.aisle.campaign.placements.usecase.ChooseCampaign.Plan;
import dev.aisle.campaign.placements.usecase.DecisionOutcome.Decided;
import dev.aisle.campaign.placements.usecase.DecisionOutcome.IdTaken;
import dev.aisle.campaign.shared.Together;
import dev.aisle.campaign.shared.recommendations.Recommendation;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps decisions, and answers when they are kept: those that come at the same time in one transaction. */
@ApplicationScoped
class RecordDecision {
    private static final int LANES = 1;
    private static final int MOST = 64;
    private static final Duration APART = Duration.ofMillis(3);

    private final DecisionRepository decisions;
    private final KeepDecisions keepDecisions;
    private final Together<Intent, Optional<Outcome>> together;

    RecordDecision(DecisionRepository decisions, KeepDecisions keepDecisions) {
        this.decisions = decisions;
        this.keepDecisions = keepDecisions;
        this.together = new Together<>("keep-decisions", LANES, MOST, APART, this::keep);
    }

    /** How recording ends. */
    public sealed interface Outcome {
        /** It is answered: by this decision or by an earlier one. */
        record Answered(DecisionOutcome outcome) implements Outcome {}

        /** Since the choice, other requests have used up a cap or the campaign's budget: choose again. */
        record CapReached() implements Outcome {}

        /** Since the choice, consent was withdrawn or the person erased: nothing may be kept. */
        record NotAllowed() implements Outcome {}
    }

    void start(@Observes StartupEvent event) {
        together.start();
    }

    void stop(@Observes ShutdownEvent event) {
        together.stop();
    }

    /** The answer that was given under an id, if any. */
    @Transactional
    public Optional<DecisionOutcome> earlier(String id, DecisionRequest request) {
        return decisions.find(id).map(earlier -> answer(earlier, request));
    }

    /** Records, unless something has changed since the choice. */
    public Outcome record(Plan plan, Decision decision, Recommendation recommendation) {
        Intent intent = new Intent(plan, decision, recommendation);
        return together.ask(intent).orElseGet(() -> keepDecisions.keepAlone(intent));
    }

    static DecisionOutcome answer(Earlier earlier, DecisionRequest request) {
        return earlier.requestHash().equals(request.fingerprint()) ? new Decided(earlier.decision()) : new IdTaken();
    }

    /** Empty for what has to go alone: a person or an id once more, and people without a row, since nobody may wait for a new row while he holds others. */
    private List<Optional<Outcome>> keep(List<Intent> intents) {
        if (intents.size() == 1) {
            return List.of(Optional.of(keepDecisions.keepAlone(intents.getFirst())));
        }
        Set<String> subjects = new HashSet<>();
        Set<String> ids = new HashSet<>();
        List<Intent> first = intents.stream()
                .filter(one -> !ids.contains(one.id()) && subjects.add(one.subject()) && ids.add(one.id()))
                .toList();
        Map<Intent, Outcome> kept = keepDecisions.keep(first);
        return intents.stream().map(one -> Optional.ofNullable(kept.get(one))).toList();
    }
}
