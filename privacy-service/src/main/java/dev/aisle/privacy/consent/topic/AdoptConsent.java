package dev.aisle.privacy.consent.topic;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.privacy.consent.versions.ConsentLog;
import dev.aisle.privacy.consent.versions.ConsentRepository;
import dev.aisle.privacy.consent.versions.ConsentSnapshot;
import dev.aisle.privacy.consent.versions.HistoryEntry;
import dev.aisle.privacy.shared.people.ErasedSubjectRepository;
import dev.aisle.privacy.shared.people.HoldPeople;
import dev.aisle.privacy.shared.people.RekeySubject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/**
 * Takes over what the topic says of a person beyond this database: the next version says the same as the last one that the others were
 * told, with its fences, its keys and what stands beside it, and they are told that it continues from there.
 */
@ApplicationScoped
class AdoptConsent {
    static final String METHOD = "restored-from-topic";

    private final ConsentRepository consents;
    private final ConsentOrder order;
    private final AdoptBeside beside;
    private final RekeySubject rekeySubject;
    private final ErasedSubjectRepository erased;
    private final HoldPeople people;
    private final ConsentLog log;

    AdoptConsent(
            ConsentRepository consents,
            ConsentOrder order,
            AdoptBeside beside,
            RekeySubject rekeySubject,
            ErasedSubjectRepository erased,
            HoldPeople people,
            ConsentLog log) {
        this.consents = consents;
        this.order = order;
        this.beside = beside;
        this.rekeySubject = rekeySubject;
        this.erased = erased;
        this.people = people;
        this.log = log;
    }

    /** False when it says nothing newer, or nothing of anybody who is here. */
    @Transactional
    public boolean adopt(ConsentState told) {
        if (!Pseudonym.isPseudonym(told.getPseudonym())) {
            return false;
        }
        Pseudonym pseudonym = new Pseudonym(told.getPseudonym());
        if (Pseudonym.isPseudonym(told.getSuccessor())) {
            // What waits in the outbox is newer than the topic.
            return consents.untold(List.of(pseudonym.value())).isEmpty()
                    && rekeySubject.follow(pseudonym, new Pseudonym(told.getSuccessor()));
        }
        people.holdAsTheyAre(List.of(pseudonym.value()));
        if (erased.tombstoneOf(pseudonym.value()).isPresent()) {
            return false;
        }
        ConsentSnapshot known = consents.current(pseudonym.value());
        boolean isNewer = told.getVersion() > known.version()
                || (told.getEpoch() > order.epoch()
                        && !ToldStates.after(told, known).says(known));
        return isNewer ? adopt(pseudonym, told, known) : beside.adoptHold(pseudonym);
    }

    private boolean adopt(Pseudonym pseudonym, ConsentState told, ConsentSnapshot known) {
        beside.adopt(pseudonym, told);
        log.append(pseudonym, known, new HistoryEntry(ToldStates.after(told, known), METHOD, UUID.randomUUID()));
        log.noteAdoption(pseudonym, told);
        return true;
    }
}
