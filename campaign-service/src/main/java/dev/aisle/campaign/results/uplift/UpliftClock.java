package dev.aisle.campaign.results.uplift;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;

/** When effects are looked at, and when the decisions hear of it. */
@Singleton
class UpliftClock {
    private final LookAtEffects lookAtEffects;
    private final EffectsInUse effects;

    UpliftClock(LookAtEffects lookAtEffects, EffectsInUse effects) {
        this.lookAtEffects = lookAtEffects;
        this.effects = effects;
    }

    @Scheduled(every = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        lookAtEffects.whenDue();
    }

    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        effects.refresh();
    }
}
