package dev.aisle.privacy.consent.statements;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.privacy.consent.notices.Notice;
import dev.aisle.privacy.consent.notices.NoticeRepository;
import dev.aisle.privacy.consent.statements.RecordOutcome.KeyOfAnother;
import dev.aisle.privacy.consent.statements.RecordOutcome.NoticeRefused;
import dev.aisle.privacy.consent.statements.RecordOutcome.NoticeRefused.Why;
import dev.aisle.privacy.consent.statements.RecordOutcome.Recorded;
import dev.aisle.privacy.consent.statements.RecordOutcome.RecordedBefore;
import dev.aisle.privacy.consent.statements.RecordOutcome.Stale;
import dev.aisle.privacy.consent.versions.ConsentChange;
import dev.aisle.privacy.consent.versions.ConsentLog;
import dev.aisle.privacy.consent.versions.ConsentRepository;
import dev.aisle.privacy.consent.versions.ConsentSnapshot;
import dev.aisle.privacy.consent.versions.HistoryEntry;
import dev.aisle.privacy.consent.versions.StatementNames;
import dev.aisle.privacy.shared.calls.CallKey;
import dev.aisle.privacy.shared.calls.ExpectedVersion;
import dev.aisle.privacy.shared.calls.RepeatedCalls;
import dev.aisle.privacy.shared.calls.RepeatedCalls.Call;
import dev.aisle.privacy.shared.calls.Sha256;
import dev.aisle.privacy.shared.people.ErasedSubjectRepository;
import dev.aisle.privacy.shared.people.ErasedSubjectRow;
import dev.aisle.privacy.shared.people.HoldSubject;
import dev.aisle.privacy.shared.people.SubjectReference;
import dev.aisle.privacy.shared.people.Subjects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records what a subject says: the next version, its history and the message about it, or none of them. */
@ApplicationScoped
public class RecordConsent {
    private final Subjects subjects;
    private final HoldSubject holdSubject;
    private final ErasedSubjectRepository erased;
    private final ConsentRepository consents;
    private final NoticeRepository notices;
    private final ConsentLog log;
    private final RepeatedCalls calls;

    RecordConsent(
            Subjects subjects,
            HoldSubject holdSubject,
            ErasedSubjectRepository erased,
            ConsentRepository consents,
            NoticeRepository notices,
            ConsentLog log,
            RepeatedCalls calls) {
        this.subjects = subjects;
        this.holdSubject = holdSubject;
        this.erased = erased;
        this.consents = consents;
        this.notices = notices;
        this.log = log;
        this.calls = calls;
    }

    /** Records a change of the subject's consent. */
    @Transactional
    public RecordOutcome record(
            SubjectReference subject, ConsentChange change, ExpectedVersion expected, @Nullable CallKey key) {
        byte[] fingerprint = Sha256.of(subjects.fingerprint(subject), change.canonical());
        return switch (calls.recognise(key, fingerprint, ConsentReceipt.class)) {
            case Call.OtherBody<ConsentReceipt> other -> new KeyOfAnother();
            case Call.Repeated<ConsentReceipt> repeated -> before(subject, change, repeated.answer());
            case Call.Fresh<ConsentReceipt> fresh ->
                refusalOf(change)
                        .<RecordOutcome>map(refused -> refused)
                        .orElseGet(() -> record(subject, change, expected, key, Instant.now()));
        };
    }

    private RecordedBefore before(SubjectReference subject, ConsentChange change, @Nullable ConsentReceipt answer) {
        return answer == null
                ? new RecordedBefore(withoutEffect(subjects.find(subject).pseudonym(), change, 1), false)
                : new RecordedBefore(
                        answer, erased.tombstoneOf(answer.subject()).isEmpty());
    }

    private RecordOutcome record(
            SubjectReference subject,
            ConsentChange change,
            ExpectedVersion expected,
            @Nullable CallKey key,
            Instant now) {
        Pseudonym pseudonym = holdSubject.hold(subject).pseudonym();
        Optional<ErasedSubjectRow> tombstone = erased.tombstoneOf(pseudonym.value());
        ConsentSnapshot current = consents.current(pseudonym.value());
        long version = tombstone.map(ErasedSubjectRow::answeredVersion).orElse(current.version());
        if (!expected.matches(version)) {
            return new Stale(version);
        }
        ConsentReceipt receipt = tombstone
                .map(row -> withoutEffect(pseudonym, change, row.answerOnceMore()))
                .orElseGet(() -> append(pseudonym, current, change, now.truncatedTo(ChronoUnit.MICROS)));
        calls.keep(key, pseudonym.value(), receipt);
        return new Recorded(receipt, tombstone.isEmpty());
    }

    /** A yes without a notice that counts is none; a no is taken whatever was read. */
    private Optional<NoticeRefused> refusalOf(ConsentChange change) {
        List<Purpose> granted = change.decisions().entrySet().stream()
                .filter(said -> said.getValue().grants())
                .map(Map.Entry::getKey)
                .toList();
        String notice = change.noticeVersion();
        if (granted.isEmpty()) {
            return Optional.empty();
        }
        if (notice == null) {
            return Optional.of(new NoticeRefused(Why.MISSING));
        }
        if (notices.find(notice).isEmpty()) {
            return Optional.of(new NoticeRefused(Why.UNKNOWN));
        }
        Map<Purpose, Set<String>> invalidated = notices.invalidated();
        boolean outdated = granted.stream()
                .anyMatch(purpose -> invalidated.getOrDefault(purpose, Set.of()).contains(notice));
        return outdated ? Optional.of(new NoticeRefused(Why.OUTDATED)) : Optional.empty();
    }

    private ConsentSnapshot next(ConsentSnapshot current, ConsentChange change, Instant now) {
        Notice notice = change.noticeVersion() == null
                ? null
                : notices.find(change.noticeVersion()).orElse(null);
        return current.with(change, now, notice);
    }

    private ConsentReceipt append(Pseudonym pseudonym, ConsentSnapshot current, ConsentChange change, Instant now) {
        ConsentSnapshot next = next(current, change, now);
        HistoryEntry entry = new HistoryEntry(next, change.method(), UUID.randomUUID());
        log.append(pseudonym, current, entry);
        return receipt(entry.receiptId(), pseudonym, next);
    }

    /** The answer for a pseudonym that is never used again: it looks like any other, and nothing is kept. */
    private static ConsentReceipt withoutEffect(Pseudonym pseudonym, ConsentChange change, long version) {
        ConsentSnapshot said = ConsentSnapshot.NONE.with(change, Instant.EPOCH);
        return new ConsentReceipt(
                UUID.randomUUID(), pseudonym.value(), version, StatementNames.of(said.statements(), Instant.EPOCH));
    }

    private static ConsentReceipt receipt(UUID id, Pseudonym pseudonym, ConsentSnapshot snapshot) {
        return new ConsentReceipt(
                id,
                pseudonym.value(),
                snapshot.version(),
                StatementNames.of(snapshot.statements(), snapshot.changedAt()));
    }
}
