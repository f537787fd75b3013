package dev.aisle.privacy.consent.usecase;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.privacy.consent.domain.Circumstances;
import dev.aisle.privacy.consent.domain.ConsentSnapshot;
import dev.aisle.privacy.consent.domain.HistoryEntry;
import dev.aisle.privacy.consent.domain.Notice;
import dev.aisle.privacy.consent.store.ConsentRepository;
import dev.aisle.privacy.consent.store.NoticeRepository;
import dev.aisle.privacy.shared.store.ErasedSubjectRepository;
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

    ReadConsent(ConsentRepository consents, NoticeRepository notices, ErasedSubjectRepository erased) {
        this.consents = consents;
        this.notices = notices;
        this.erased = erased;
    }

    /**
     * What a receipt is about.
     *
     * @param recordId the id of the subject's record: stays the same from the first version on
     */
    public record Receipted(UUID recordId, HistoryEntry latest, Optional<Notice> notice) {}

    /** As it is now. */
    @Transactional
    public ConsentSnapshot current(Pseudonym pseudonym) {
        return erased.tombstoneOf(pseudonym.value())
                .map(tombstone -> new ConsentSnapshot(
                        tombstone.answeredVersion(), Circumstances.UNKNOWN, Map.of(), Instant.EPOCH))
                .orElseGet(() -> consents.current(pseudonym.value()));
    }

    /** As it was at a moment. */
    @Transactional
    public ConsentSnapshot asOf(Pseudonym pseudonym, Instant at) {
        return consents.asOf(pseudonym.value(), at);
    }

    /** The latest version with its receipt, and the id of the record; empty when there is nothing. */
    @Transactional
    public Optional<Receipted> receipt(Pseudonym pseudonym) {
        return consents.latest(pseudonym.value())
                .flatMap(latest -> consents.first(pseudonym.value())
                        .map(first -> new Receipted(
                                first.receiptId(),
                                latest,
                                notices.find(latest.snapshot().circumstances().noticeVersion()))));
    }

    /** How it came to be, oldest first. */
    @Transactional
    public List<HistoryEntry> history(Pseudonym pseudonym, long afterVersion, int atMost) {
        return consents.history(pseudonym.value(), afterVersion, atMost);
    }
}
