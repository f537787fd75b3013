package dev.aisle.privacy.consent.usecase;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.privacy.consent.domain.Circumstances;
import dev.aisle.privacy.consent.domain.ConsentSnapshot;
import dev.aisle.privacy.consent.domain.HistoryEntry;
import dev.aisle.privacy.consent.store.ConsentRepository;
import dev.aisle.privacy.shared.domain.SubjectReference.ByPseudonym;
import dev.aisle.privacy.shared.store.ErasedSubjectRepository;
import dev.aisle.privacy.shared.usecase.Subjects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Reads what a subject has said. Of an unknown and of an erased one there is nothing, in the same form. */
@ApplicationScoped
public class ReadConsent {
    private final ConsentRepository consents;
    private final ErasedSubjectRepository erased;
    private final Subjects subjects;

    ReadConsent(ConsentRepository consents, ErasedSubjectRepository erased, Subjects subjects) {
        this.consents = consents;
        this.erased = erased;
        this.subjects = subjects;
    }

    /** As it is now. */
    @Transactional
    public ConsentSnapshot current(Pseudonym asked) {
        Pseudonym pseudonym = standing(asked);
        return erased.tombstoneOf(pseudonym.value())
                .map(tombstone -> new ConsentSnapshot(
                        tombstone.answeredVersion(), Circumstances.UNKNOWN, Map.of(), Instant.EPOCH))
                .orElseGet(() -> consents.current(pseudonym.value()));
    }

    /** As it was at a moment. */
    @Transactional
    public ConsentSnapshot asOf(Pseudonym pseudonym, Instant at) {
        return consents.asOf(standing(pseudonym).value(), at);
    }

    /** How it came to be, oldest first. */
    @Transactional
    public List<HistoryEntry> history(Pseudonym pseudonym, long afterVersion, int atMost) {
        return consents.history(standing(pseudonym).value(), afterVersion, atMost);
    }

    /** Who was given by a pseudonym of an older key may stand under a newer one. */
    private Pseudonym standing(Pseudonym pseudonym) {
        return subjects.find(new ByPseudonym(pseudonym)).pseudonym();
    }
}
