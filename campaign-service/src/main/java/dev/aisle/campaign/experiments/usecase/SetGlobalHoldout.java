package dev.aisle.campaign.experiments.usecase;

import dev.aisle.campaign.experiments.domain.GlobalHoldout;
import dev.aisle.campaign.experiments.domain.Phase;
import dev.aisle.campaign.experiments.store.ExperimentRepository;
import dev.aisle.campaign.experiments.store.HoldoutRepository;
import dev.aisle.platform.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;

/** Sets who stays out of experiments: only while none runs that leaves them out, for it would lose or gain people in flight. */
@ApplicationScoped
public class SetGlobalHoldout {
    private final ExperimentRepository experiments;
    private final HoldoutRepository holdouts;
    private final AuditTrail auditTrail;
    private final InstantSource clock;

    SetGlobalHoldout(
            ExperimentRepository experiments, HoldoutRepository holdouts, AuditTrail auditTrail, InstantSource clock) {
        this.experiments = experiments;
        this.holdouts = holdouts;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /** How it ends. */
    public sealed interface Outcome {
        /** It is so now. */
        record Done(GlobalHoldout holdout) implements Outcome {}

        /** Somebody else changed it. */
        record Outdated(long revision) implements Outcome {}

        /** These run. */
        record InFlight(List<String> experiments) implements Outcome {
            public InFlight {
                experiments = List.copyOf(experiments);
            }
        }
    }

    /** As it stands. */
    @Transactional
    public GlobalHoldout get() {
        return holdouts.get();
    }

    /** Sets it. */
    @Transactional
    public Outcome set(double share, String seed, long revision) {
        experiments.lockAll();
        GlobalHoldout current = holdouts.get();
        if (current.revision() != revision) {
            auditTrail.nothingChanged();
            return new Outcome.Outdated(current.revision());
        }
        List<String> running = experiments.running().stream()
                .map(Phase::experiment)
                .filter(one -> one.heldOut())
                .map(one -> one.id())
                .toList();
        if (!running.isEmpty()) {
            auditTrail.nothingChanged();
            return new Outcome.InFlight(running);
        }
        GlobalHoldout next = new GlobalHoldout(share, seed, revision + 1);
        holdouts.put(next, clock.instant());
        return new Outcome.Done(next);
    }
}
