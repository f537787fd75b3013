package dev.aisle.privacy.consent.usecase;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.algorithms.privacy.rules.ConsentRules;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.platform.storage.Outbox;
import dev.aisle.privacy.audit.usecase.Actors;
import dev.aisle.privacy.audit.usecase.AuditLog;
import dev.aisle.privacy.consent.domain.ConsentSnapshot;
import dev.aisle.privacy.consent.domain.HistoryEntry;
import dev.aisle.privacy.consent.store.ConsentRepository;
import dev.aisle.privacy.shared.store.RestrictedSubjects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where a change of consent and the message about it are one. The caller holds the subject. */
@ApplicationScoped
public class ConsentLog {
    private final ConsentRepository consents;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Actors actors;
    private final RestrictedSubjects restricted;
    private final ConsentRules rules;
    private final String tenant;

    ConsentLog(
            ConsentRepository consents,
            Outbox outbox,
            AuditLog audit,
            Actors actors,
            RestrictedSubjects restricted,
            ConsentRules rules,
            @ConfigProperty(name = "aisle.tenant") String tenant) {
        this.consents = consents;
        this.restricted = restricted;
        this.outbox = outbox;
        this.audit = audit;
        this.actors = actors;
        this.rules = rules;
        this.tenant = tenant;
    }

    /** Adds a version, tells the others and the audit log. */
    @Transactional(Transactional.TxType.MANDATORY)
    void append(Pseudonym pseudonym, HistoryEntry entry) {
        consents.append(pseudonym.value(), entry);
        outbox.put(Topic.CONSENTS, pseudonym.value(), message(pseudonym, entry.snapshot()));
        audit.append(ConsentAudit.of(pseudonym, entry, actors.current()));
    }

    /** Adds a version that says the same, for what holds beside the person's words has changed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void note(Pseudonym pseudonym, String method, Instant at) {
        ConsentSnapshot next = consents.current(pseudonym.value()).unchanged(at);
        append(pseudonym, new HistoryEntry(next, method, UUID.randomUUID()));
    }

    /** Under a restriction nothing is allowed, whatever the person says meanwhile. */
    private ConsentState message(Pseudonym pseudonym, ConsentSnapshot snapshot) {
        ConsentState state = ConsentMessages.of(pseudonym, tenant, snapshot, rules);
        return restricted.contains(pseudonym.value())
                ? state.toBuilder().setSuppressed(true).build()
                : state;
    }

    /** Removes all versions and tells the others that nothing is allowed; how many versions there were. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long erase(Pseudonym pseudonym, Instant at) {
        ConsentSnapshot last = consents.current(pseudonym.value());
        outbox.put(
                Topic.CONSENTS,
                pseudonym.value(),
                ConsentMessages.suppressed(pseudonym, tenant, last.version() + 1, at));
        return consents.erase(pseudonym.value());
    }
}
