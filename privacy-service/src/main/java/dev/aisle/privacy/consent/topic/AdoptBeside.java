package dev.aisle.privacy.consent.topic;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.privacy.consent.sealing.KeysOfStates;
import dev.aisle.privacy.consent.versions.ConsentLog;
import dev.aisle.privacy.consent.versions.ConsentRepository;
import dev.aisle.privacy.consent.versions.FenceRepository;
import dev.aisle.privacy.shared.people.LegalHoldRepository;
import dev.aisle.privacy.shared.people.LegalHoldRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Takes over what stood beside a person's words in the topic beyond this database: fences, keys and a restriction, which come with a version, and a legal
 * hold, which doesn't. The caller holds the person.
 */
@ApplicationScoped
class AdoptBeside {
    private final RestrictionTold restriction;
    private final FenceRepository fences;
    private final KeysOfStates keys;
    private final LegalHoldRepository holds;
    private final ConsentRepository consents;
    private final ConsentTopic topic;
    private final ConsentLog log;

    AdoptBeside(
            RestrictionTold restriction,
            FenceRepository fences,
            KeysOfStates keys,
            LegalHoldRepository holds,
            ConsentRepository consents,
            ConsentTopic topic,
            ConsentLog log) {
        this.restriction = restriction;
        this.fences = fences;
        this.keys = keys;
        this.holds = holds;
        this.consents = consents;
        this.topic = topic;
        this.log = log;
    }

    /** Takes all of it over from a state with a newer version. */
    @Transactional(Transactional.TxType.MANDATORY)
    void adopt(Pseudonym pseudonym, ConsentState told) {
        told.getFencesList()
                .forEach(fence -> Purpose.ofWireName(fence.getPurpose().name().toLowerCase(Locale.ROOT))
                        .ifPresent(purpose -> fences.carry(pseudonym.value(), purpose, ToldStates.fence(fence))));
        keys.adopt(pseudonym, told.getPayloadKeysList());
        restriction.restore(pseudonym, told.getSuppressed());
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
