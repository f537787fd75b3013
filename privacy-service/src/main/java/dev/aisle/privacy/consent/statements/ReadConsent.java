package dev.aisle.privacy.consent.statements;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.privacy.audit.log.StaffReads;
import dev.aisle.privacy.consent.notices.Notice;
import dev.aisle.privacy.consent.notices.NoticeRepository;
import dev.aisle.privacy.consent.versions.Circumstances;
import dev.aisle.privacy.consent.versions.ConsentAudit;
import dev.aisle.privacy.consent.versions.ConsentRepository;
import dev.aisle.privacy.consent.versions.ConsentSnapshot;
import dev.aisle.privacy.consent.versions.HistoryEntry;
import dev.aisle.privacy.shared.people.ErasedSubjectRepository;
import dev.aisle.privacy.shared.people.SubjectReference.ByPseudonym;
import dev.aisle.privacy.shared.people.Subjects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads what a subject has said. Of an unknown and of an erased one there is nothing, in the same form. */
@ApplicationScoped
public class ReadConsent {
    private final ConsentRepository consents;
    private final NoticeRepository notices;
    private final ErasedSubjectRepository erased;
    private final Subjects subjects;
    private final ConsentAudit audit;
    private final StaffReads staffReads;

    ReadConsent(
            ConsentRepository consents,
            NoticeRepository notices,
            ErasedSubjectRepository erased,
            Subjects subjects,
            ConsentAudit audit,
            StaffReads staffReads) {
        this.consents = consents;
        this.notices = notices;
        this.erased = erased;
        this.subjects = subjects;
        this.audit = audit;
        this.staffReads = staffReads;
    }

    /**
     * What a receipt is about.
     *
     * @param recordId the id of the subject's record: stays the same from the first version on
     */
    public record Receipted(UUID recordId, HistoryEntry latest, Optional<Notice> notice) {}

    /** As it is now. */
    @Transactional
    public ConsentSnapshot current(Pseudonym asked) {
        Pseudonym pseudonym = standing(asked);
        return erased.tombstoneOf(pseudonym.value())
                .map(tombstone -> new ConsentSnapshot(
                        tombstone.answeredVersion(), Circumstances.UNKNOWN, Map.of(), Instant.EPOCH))
                .orElseGet(() -> consents.current(pseudonym.value()));
    }

    /** As it is now, for an officer: an entry of the audit log. */
    @Transactional
    public ConsentSnapshot shown(Pseudonym pseudonym) {
        audit.read(pseudonym, "current");
        return current(pseudonym);
    }

    /** As it was at a moment. Only officers ask that, and it is an entry of the audit log. */
    @Transactional
    public ConsentSnapshot asOf(Pseudonym pseudonym, Instant at) {
        audit.read(pseudonym, "as-of");
        return consents.asOf(standing(pseudonym).value(), at);
    }

    /** The latest version with its receipt, and the id of the record; empty when there is nothing. Read by staff it is an entry of the audit log. */
    @Transactional
    public Optional<Receipted> receipt(Pseudonym pseudonym) {
        staffReads.ofConsent(pseudonym, "receipt");
        return consents.latest(standing(pseudonym).value())
                .flatMap(latest -> consents.first(standing(pseudonym).value())
                        .map(first -> new Receipted(
                                first.receiptId(),
                                latest,
                                notices.find(latest.snapshot().circumstances().noticeVersion()))));
    }

    /** How it came to be, oldest first. Only officers ask that, and it is an entry of the audit log. */
    @Transactional
    public List<HistoryEntry> history(Pseudonym pseudonym, long afterVersion, int atMost) {
        audit.read(pseudonym, "history");
        return consents.history(standing(pseudonym).value(), afterVersion, atMost);
    }

    /** Who was given by a pseudonym of an older key may stand under a newer one. */
    private Pseudonym standing(Pseudonym pseudonym) {
        return subjects.find(new ByPseudonym(pseudonym)).pseudonym();
    }
}
