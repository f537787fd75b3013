package dev.aisle.privacy.consent.usecase;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.privacy.consent.store.ConsentOrder;
import dev.aisle.privacy.consent.store.ConsentRepository;
import dev.aisle.privacy.consent.store.ConsentTopic;
import dev.aisle.privacy.request.usecase.RestoreRestriction;
import dev.aisle.privacy.shared.store.LegalHoldRepository;
import dev.aisle.privacy.shared.store.LegalHoldRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/**
 * Takes over what stood beside a person's words in the topic beyond this database: a restriction, which comes and goes with a version, and a legal hold,
 * which doesn't. The caller holds the person.
 */
@ApplicationScoped
class AdoptBeside {
    private final RestoreRestriction restoreRestriction;
    private final LegalHoldRepository holds;
    private final ConsentRepository consents;
    private final ConsentTopic topic;
    private final ConsentLog log;

    AdoptBeside(
            RestoreRestriction restoreRestriction,
            LegalHoldRepository holds,
            ConsentRepository consents,
            ConsentTopic topic,
            ConsentLog log) {
        this.restoreRestriction = restoreRestriction;
        this.holds = holds;
        this.consents = consents;
        this.topic = topic;
        this.log = log;
    }

    /** Takes both over from a state with a newer version. */
    @Transactional(Transactional.TxType.MANDATORY)
    void adopt(Pseudonym pseudonym, ConsentState told) {
        restoreRestriction.restore(pseudonym, told.getSuppressed());
        extend(pseudonym, told);
    }

    /**
     * Takes the legal hold over from the newest state of the version that this database has; false when the others were told the hold that stands here.
     * What waits in the outbox is newer than the topic. A hold that was lifted stays: too much is kept rather than too little.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean adoptHold(Pseudonym pseudonym) {
        if (!consents.untold(List.of(pseudonym.value())).isEmpty()) {
            return false;
        }
        Instant now = Instant.now();
        Instant stored = holds.active(pseudonym.value(), now)
                .map(LegalHoldRow::heldUntil)
                .orElse(Instant.EPOCH);
        ConsentState told = topic.newest(pseudonym.value()).orElse(ConsentState.getDefaultInstance());
        if (ConsentOrder.isSameHold(told, stored, now)) {
            return false;
        }
        extend(pseudonym, told);
        log.tellHold(pseudonym);
        return true;
    }

    private void extend(Pseudonym pseudonym, ConsentState told) {
        holds.extend(pseudonym.value(), ConsentOrder.heldUntil(told), Instant.now());
    }
}
