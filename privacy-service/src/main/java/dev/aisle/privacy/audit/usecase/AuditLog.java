package dev.aisle.privacy.audit.usecase;

import dev.aisle.algorithms.privacy.merkle.CanonicalJson;
import dev.aisle.platform.audit.AuditTrail;
import dev.aisle.privacy.audit.domain.AuditEntry;
import dev.aisle.privacy.audit.domain.Commitment;
import dev.aisle.privacy.audit.store.PendingEntries;
import dev.aisle.privacy.audit.store.SubjectOpenings;
import dev.aisle.privacy.shared.store.ErasedSubjectRepository;
import dev.aisle.privacy.shared.store.SubjectLock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** Takes entries with the transaction that they tell of: both are there, or neither. */
@ApplicationScoped
public class AuditLog {
    private final PendingEntries pending;
    private final SubjectOpenings openings;
    private final ErasedSubjectRepository erased;
    private final SubjectLock lock;
    private final AuditTrail trail;

    AuditLog(
            PendingEntries pending,
            SubjectOpenings openings,
            ErasedSubjectRepository erased,
            SubjectLock lock,
            AuditTrail trail) {
        this.pending = pending;
        this.openings = openings;
        this.erased = erased;
        this.lock = lock;
        this.trail = trail;
    }

    /**
     * Adds an entry. One with a subject holds that subject to the end of the transaction, so that an erasure at the same time misses
     * nothing; about somebody who is erased the log keeps that something happened, and not to whom.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(AuditEntry entry) {
        Optional<Commitment> commitment = entry.subject().map(this::commit);
        trail.told();
        pending.add(CanonicalJson.write(entry.fields(Instant.now(), commitment.orElse(null))));
    }

    /** Forgets whom entries are about; how many there were. They stay in the log, and the log stays verifiable. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long forget(String pseudonym) {
        return openings.forget(pseudonym);
    }

    private Commitment commit(String pseudonym) {
        lock.hold(pseudonym);
        Commitment commitment = Commitment.to(pseudonym);
        if (erased.tombstoneOf(pseudonym).isEmpty()) {
            openings.add(commitment, pseudonym);
        }
        return commitment;
    }
}
