package dev.aisle.privacy.consent.usecase;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.privacy.consent.domain.ConsentSnapshot;
import dev.aisle.privacy.consent.domain.HistoryEntry;
import dev.aisle.privacy.consent.store.ConsentRepository;
import dev.aisle.privacy.consent.store.FenceRepository;
import dev.aisle.privacy.shared.store.ErasedSubjectRepository;
import dev.aisle.privacy.shared.store.SubjectLock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.UUID;

/**
 * Takes over what the topic says of a person beyond this database: the next version says the same as the last one that the others were
 * told, with its fences and keys, and they are told that it goes on from there.
 */
@ApplicationScoped
public class AdoptConsent {
    private static final String METHOD = "restored-from-topic";

    private final ConsentRepository consents;
    private final FenceRepository fences;
    private final KeysOfStates keys;
    private final ErasedSubjectRepository erased;
    private final SubjectLock lock;
    private final ConsentLog log;

    AdoptConsent(
            ConsentRepository consents,
            FenceRepository fences,
            KeysOfStates keys,
            ErasedSubjectRepository erased,
            SubjectLock lock,
            ConsentLog log) {
        this.consents = consents;
        this.fences = fences;
        this.keys = keys;
        this.erased = erased;
        this.lock = lock;
        this.log = log;
    }

    /** False when it says nothing newer, or nothing of anybody who is here. */
    @Transactional
    public boolean adopt(ConsentState told) {
        if (!Pseudonym.isPseudonym(told.getPseudonym()) || !told.getSuccessor().isEmpty()) {
            return false;
        }
        Pseudonym pseudonym = new Pseudonym(told.getPseudonym());
        lock.hold(pseudonym.value());
        ConsentSnapshot known = consents.current(pseudonym.value());
        if (told.getVersion() <= known.version()
                || erased.tombstoneOf(pseudonym.value()).isPresent()) {
            return false;
        }
        told.getFencesList()
                .forEach(fence -> Purpose.ofWireName(fence.getPurpose().name().toLowerCase(Locale.ROOT))
                        .ifPresent(purpose -> fences.carry(pseudonym.value(), purpose, ToldStates.fence(fence))));
        keys.adopt(pseudonym, told.getPayloadKeysList());
        log.append(pseudonym, known, new HistoryEntry(ToldStates.after(told, known), METHOD, UUID.randomUUID()));
        return true;
    }
}
