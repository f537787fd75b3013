package dev.aisle.privacy.vault.usecase;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The one way by which the vault's uses are put on record: what happened, who did it, and the facts without any value of a trait. */
@ApplicationScoped
class VaultAudit {
    private final MeterRegistry meters;

    VaultAudit(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Puts one use on record. */
    void record(String event, String actor, Map<String, String> facts) {
        meters.counter("aisle.vault.uses", "event", event, "outcome", facts.getOrDefault("outcome", "done"))
                .increment();
    }
}
