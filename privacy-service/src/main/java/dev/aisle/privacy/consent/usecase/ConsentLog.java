package dev.aisle.privacy.consent.usecase;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.contracts.Topic;
import dev.aisle.platform.storage.Outbox;
import dev.aisle.privacy.consent.domain.ConsentSnapshot;
import dev.aisle.privacy.consent.domain.HistoryEntry;
import dev.aisle.privacy.consent.domain.Refusals;
import dev.aisle.privacy.consent.store.ConsentRepository;
import dev.aisle.privacy.consent.store.FenceRepository;
import dev.aisle.privacy.enforcement.usecase.Withdrawals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where a change of consent and the message about it are one. The caller holds the subject. */
@ApplicationScoped
public class ConsentLog {
    private final ConsentRepository consents;
    private final FenceRepository fences;
    private final Withdrawals withdrawals;
    private final Outbox outbox;
    private final String tenant;

    ConsentLog(
            ConsentRepository consents,
            FenceRepository fences,
            Withdrawals withdrawals,
            Outbox outbox,
            @ConfigProperty(name = "aisle.tenant") String tenant) {
        this.consents = consents;
        this.fences = fences;
        this.withdrawals = withdrawals;
        this.outbox = outbox;
        this.tenant = tenant;
    }

    /**
     * Adds a version and tells the others.
     *
     * @param current the version before
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void append(Pseudonym pseudonym, ConsentSnapshot current, HistoryEntry entry) {
        consents.append(pseudonym.value(), entry);
        Refusals refusals = Refusals.between(current, entry.snapshot());
        fence(pseudonym.value(), current.version(), entry.snapshot().version(), refusals);
        if (refusals.narrow() || entry.method().equals(WithdrawConsent.METHOD)) {
            withdrawals.note(pseudonym, entry.snapshot().version());
        }
        outbox.put(
                Topic.CONSENTS,
                pseudonym.value(),
                ConsentMessages.of(pseudonym, tenant, entry.snapshot(), fences.of(pseudonym.value())));
    }

    /** What the state before refused meanwhile, by time for instance, was refused at its version. */
    private void fence(String pseudonym, long before, long now, Refusals refusals) {
        if (before > 0) {
            fences.raise(pseudonym, refusals.before(), before);
        }
        fences.raise(pseudonym, refusals.after(), now);
    }

    /** Removes all versions and tells the others that nothing is allowed; how many versions there were. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long erase(Pseudonym pseudonym, Instant at) {
        ConsentSnapshot last = consents.current(pseudonym.value());
        outbox.put(
                Topic.CONSENTS,
                pseudonym.value(),
                ConsentMessages.suppressed(pseudonym, tenant, last.version() + 1, at));
        fences.erase(pseudonym.value());
        withdrawals.erase(pseudonym);
        return consents.erase(pseudonym.value());
    }
}
