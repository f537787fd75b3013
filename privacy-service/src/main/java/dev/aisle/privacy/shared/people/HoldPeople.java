package dev.aisle.privacy.shared.people;

import dev.aisle.platform.restore.ReapplyErasures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Holds people to the end of a transaction that changes what is kept of them: in the one order of {@link SubjectLock}, and only on a database that
 * isn't behind what the other services were told.
 */
@ApplicationScoped
public class HoldPeople {
    private final SubjectLock lock;
    private final ReapplyErasures reapplied;
    private final CatchUp catchUp;

    HoldPeople(SubjectLock lock, ReapplyErasures reapplied, CatchUp catchUp) {
        this.lock = lock;
        this.reapplied = reapplied;
        this.catchUp = catchUp;
    }

    /** Holds one; see {@link #hold(Collection)}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(String pseudonym) {
        hold(List.of(pseudonym));
    }

    /** Holds all of them as they stand here: for whoever takes over what the database lost. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void holdAsTheyAre(Collection<String> pseudonyms) {
        lock.hold(pseudonyms);
    }

    /**
     * Holds all of them, each with the newest consent that is known of it.
     *
     * @throws ReapplyErasures.NotDone while the database went back and hasn't caught up
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(Collection<String> pseudonyms) {
        Set<String> fresh = lock.hold(pseudonyms);
        if (!fresh.isEmpty()) {
            reapplied.requireDone();
            catchUp.adopt(fresh);
        }
    }
}
