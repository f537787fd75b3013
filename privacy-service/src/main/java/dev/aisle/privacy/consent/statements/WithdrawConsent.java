package dev.aisle.privacy.consent.statements;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.privacy.consent.versions.ConsentLog;
import dev.aisle.privacy.consent.versions.ConsentRepository;
import dev.aisle.privacy.consent.versions.ConsentSnapshot;
import dev.aisle.privacy.consent.versions.HistoryEntry;
import dev.aisle.privacy.shared.calls.ExpectedVersion;
import dev.aisle.privacy.shared.people.ErasedSubjectRepository;
import dev.aisle.privacy.shared.people.ErasedSubjectRow;
import dev.aisle.privacy.shared.people.HoldSubject;
import dev.aisle.privacy.shared.people.SubjectReference.ByPseudonym;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Takes a yes back. Doing it again changes nothing. */
@ApplicationScoped
public class WithdrawConsent {
    public static final String METHOD = "withdrawal";

    private final HoldSubject holdSubject;
    private final ErasedSubjectRepository erased;
    private final ConsentRepository consents;
    private final ConsentLog log;

    WithdrawConsent(
            HoldSubject holdSubject, ErasedSubjectRepository erased, ConsentRepository consents, ConsentLog log) {
        this.holdSubject = holdSubject;
        this.erased = erased;
        this.consents = consents;
        this.log = log;
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** The purpose is refused from this version on. */
        record Withdrawn(long version) implements Outcome {}

        /** The caller wanted to change another version than this. */
        record Stale(long version) implements Outcome {}
    }

    /** Withdraws the consent to one purpose; of somebody who never said anything, too: silence isn't a no everywhere. */
    @Transactional
    public Outcome withdraw(Pseudonym asked, Purpose purpose, ExpectedVersion expected) {
        Pseudonym pseudonym = holdSubject.hold(new ByPseudonym(asked)).pseudonym();
        Optional<ErasedSubjectRow> tombstone = erased.tombstoneOf(pseudonym.value());
        ConsentSnapshot current = consents.current(pseudonym.value());
        long version = tombstone.map(ErasedSubjectRow::answeredVersion).orElse(current.version());
        if (!expected.matches(version)) {
            return new Outcome.Stale(version);
        }
        if (tombstone.isPresent()) {
            return new Outcome.Withdrawn(version == 0 ? tombstone.get().answerOnceMore() : version);
        }
        return new Outcome.Withdrawn(append(pseudonym, purpose, current));
    }

    private long append(Pseudonym pseudonym, Purpose purpose, ConsentSnapshot current) {
        Optional<ConsentSnapshot> next =
                current.withdrawing(purpose, Instant.now().truncatedTo(ChronoUnit.MICROS));
        next.ifPresent(
                snapshot -> log.append(pseudonym, current, new HistoryEntry(snapshot, METHOD, UUID.randomUUID())));
        return next.orElse(current).version();
    }
}
