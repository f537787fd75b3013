package dev.aisle.privacy.audit.log;

import dev.aisle.algorithms.privacy.merkle.CanonicalJson;
import dev.aisle.platform.audit.AuditTrail;
import dev.aisle.privacy.shared.people.ErasedSubjectRepository;
import dev.aisle.privacy.shared.people.SubjectLock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes entries with the transaction that they tell of: both are there, or neither. */
@ApplicationScoped
public class AuditLog {
    private final PendingEntries pending;
    private final SubjectOpenings openings;
    private final ErasedSubjectRepository erased;
    private final SubjectLock lock;
    private final AuditTrail trail;
    private final Actors actors;

    AuditLog(
            PendingEntries pending,
            SubjectOpenings openings,
            ErasedSubjectRepository erased,
            SubjectLock lock,
            AuditTrail trail,
            Actors actors) {
        this.pending = pending;
        this.openings = openings;
        this.erased = erased;
        this.lock = lock;
        this.trail = trail;
        this.actors = actors;
    }

    /**
     * Adds an entry. One with a subject holds that subject to the end of the transaction, so that an erasure at the same time misses
     * nothing; about somebody who is erased the log keeps that something happened, and not to whom.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(AuditEntry entry) {
        trail.told();
        String subject = entry.subject().orElse(null);
        if (subject == null) {
            write(entry, null);
            return;
        }
        lock.hold(subject);
        Commitment commitment = Commitment.to(subject);
        boolean isErased = erased.tombstoneOf(subject).isPresent();
        if (!isErased) {
            openings.add(commitment, subject);
        }
        write(isErased ? entry.aboutTheErased() : entry, commitment);
    }

    /** Holds the subjects of several entries that follow, all at once. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(Collection<String> subjects) {
        lock.hold(subjects);
    }

    private void write(AuditEntry entry, @Nullable Commitment commitment) {
        pending.add(CanonicalJson.write(entry.fields(Instant.now(), commitment)));
    }

    /** Forgets whom entries are about; how many there were. They stay in the log, which says how many name nobody now, and stays verifiable. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long forget(String pseudonym) {
        long forgotten = openings.forget(pseudonym);
        if (forgotten > 0) {
            write(
                    new AuditEntry(
                            SubjectOpenings.FORGOTTEN, actors.service(), Map.of("entries", Long.toString(forgotten))),
                    null);
        }
        return forgotten;
    }

    /** Returns how many entries name nobody though the log doesn't say that they were forgotten. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long nameless() {
        return openings.nameless();
    }
}
