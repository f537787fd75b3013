package dev.aisle.privacy.vault.traits;

import dev.aisle.privacy.audit.log.AuditEntry;
import dev.aisle.privacy.audit.log.AuditLog;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;

/** The one way by which the vault's uses are put on record: what happened, who did it, and the facts without any value of a trait. */
@ApplicationScoped
public class VaultAudit {
    private final AuditLog log;
    private final MeterRegistry meters;

    VaultAudit(AuditLog log, MeterRegistry meters) {
        this.log = log;
        this.meters = meters;
    }

    /** Holds the subjects of several uses that follow, all at once. */
    public void hold(Collection<String> subjects) {
        log.hold(subjects);
    }

    /** Puts one use on record, in the caller's transaction; it holds the subject to the end of that. */
    public void record(String event, String actor, Map<String, String> facts) {
        log.append(new AuditEntry(event, actor, facts));
        Counter.builder("aisle.vault.uses")
                .description("Uses of the vault, each on record")
                .tags("event", event, "outcome", facts.getOrDefault("outcome", "done"))
                .register(meters)
                .increment();
    }
}
