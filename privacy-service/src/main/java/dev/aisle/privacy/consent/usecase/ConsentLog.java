package dev.aisle.privacy.consent.usecase;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.algorithms.privacy.rules.ConsentRules;
import dev.aisle.contracts.Topic;
import dev.aisle.platform.storage.Outbox;
import dev.aisle.privacy.consent.domain.ConsentSnapshot;
import dev.aisle.privacy.consent.domain.HistoryEntry;
import dev.aisle.privacy.consent.store.ConsentRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where a change of consent and the message about it are one. The caller holds the subject. */
@ApplicationScoped
public class ConsentLog {
    private final ConsentRepository consents;
    private final Outbox outbox;
    private final ConsentRules rules;
    private final String tenant;

    ConsentLog(
            ConsentRepository consents,
            Outbox outbox,
            ConsentRules rules,
            @ConfigProperty(name = "aisle.tenant") String tenant) {
        this.consents = consents;
        this.outbox = outbox;
        this.rules = rules;
        this.tenant = tenant;
    }

    /** Adds a version and tells the others. */
    @Transactional(Transactional.TxType.MANDATORY)
    void append(Pseudonym pseudonym, HistoryEntry entry) {
        consents.append(pseudonym.value(), entry);
        outbox.put(Topic.CONSENTS, pseudonym.value(), ConsentMessages.of(pseudonym, tenant, entry.snapshot(), rules));
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
