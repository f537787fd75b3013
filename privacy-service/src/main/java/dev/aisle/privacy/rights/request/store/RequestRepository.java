package dev.aisle.privacy.rights.request.store;

import dev.aisle.privacy.rights.request.domain.RequestType;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requests of data subjects. */
@ApplicationScoped
public class RequestRepository implements PanacheRepositoryBase<RequestRow, UUID> {
    /** What becomes of a request when another one has erased its person. */
    public static final String ERASED_ALREADY = "Another request has erased this person already.";

    private static final String STATES = "('awaiting_verification', 'pending', 'in_progress')";
    /** A part counts with its whole. */
    private static final String OPEN = "partOf is null and status in " + STATES;

    /** A request, held to the end of the transaction. */
    public Optional<RequestRow> hold(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The same; of a part the whole is held first, as everybody takes them. */
    public Optional<RequestRow> holdWithWhole(UUID id) {
        getSession()
                .createNativeQuery(
                        "select part_of from subject_request where id = :id and part_of is not null", UUID.class)
                .setParameter("id", id)
                .getResultStream()
                .forEach(this::hold);
        return hold(id);
    }

    /** The parts of a request, none of a part. */
    public List<RequestRow> partsOf(UUID id) {
        return list("partOf = ?1 order by id", id);
    }

    /** All of a pseudonym, held. */
    public List<RequestRow> holdOf(String pseudonym) {
        return find("pseudonym = ?1 order by id", pseudonym)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Reads a request again that was read before. */
    public void readAgain(RequestRow row) {
        getEntityManager().refresh(row);
    }

    /** Holds a request that was read before, as it is now. */
    public void holdAgain(RequestRow row) {
        getEntityManager().refresh(row, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Erasures that were last sent before a moment and are not complete; those that another instance handles are left out. */
    public List<RequestRow> holdUnanswered(Instant sentBefore, int atMost) {
        return getSession()
                .createNativeQuery("""
                    select * from subject_request
                    where status = 'in_progress' and type = 'erasure' and last_sent_at < :before
                    order by last_sent_at limit :most for update skip locked
                    """, RequestRow.class)
                .setParameter("before", sentBefore)
                .setParameter("most", atMost)
                .getResultList();
    }

    /** Whether an erasure of this pseudonym is under way. */
    public boolean isErasing(String pseudonym) {
        return count("pseudonym = ?1 and type = 'erasure' and status = 'in_progress'", pseudonym) > 0;
    }

    /** Puts a mark where an erased pseudonym stands, and ends what was open about it. */
    public void conceal(String pseudonym, String mark, Instant now) {
        getSession()
                .createNativeMutationQuery("""
                    update subject_request set
                        pseudonym = :mark, details = '{}', verified_because = null,
                        outcome = case when completed_at is null then :outcome else outcome end,
                        status = case when completed_at is null then 'completed' else status end,
                        completed_at = coalesce(completed_at, :now)
                    where pseudonym = :pseudonym
                    """)
                .setParameter("mark", mark)
                .setParameter("outcome", ERASED_ALREADY)
                .setParameter("now", now)
                .setParameter("pseudonym", pseudonym)
                .executeUpdate();
    }

    /** Requests whose time has come and that no legal hold keeps back, oldest first. */
    public List<UUID> due(Instant now, int atMost) {
        return getSession()
                .createNativeQuery("""
                    select id from subject_request r
                    where status = 'pending' and starts_at <= :now
                      and not (type = 'erasure' and exists (
                          select 1 from legal_hold h
                          where h.held_until > :now and h.pseudonym in (
                              select r.pseudonym
                              union all select successor from pseudonym_successor s where s.pseudonym = r.pseudonym)))
                    order by starts_at limit :most
                    """, UUID.class)
                .setParameter("now", now)
                .setParameter("most", atMost)
                .getResultList();
    }

    /** Accesses and portabilities that services are still asked for. */
    public List<UUID> exportsInProgress(int atMost) {
        return getSession()
                .createNativeQuery("""
                    select id from subject_request
                    where status = 'in_progress' and type in ('access', 'portability')
                    order by last_sent_at limit :most
                    """, UUID.class)
                .setParameter("most", atMost)
                .getResultList();
    }

    /** Open requests that must be answered before a moment, the most urgent first. */
    public List<RequestRow> dueBefore(Instant moment, int atMost) {
        return find(OPEN + " and term.dueAt < ?1 order by term.dueAt", moment)
                .page(0, atMost)
                .list();
    }

    /** Some of the open requests, the most urgent first, or of those that have ended, the newest first. */
    public List<RequestRow> page(boolean open, @Nullable RequestType type, int page, int atMost) {
        String where = open ? OPEN : "partOf is null and status not in " + STATES;
        String order = open ? " order by term.dueAt, id" : " order by completedAt desc, id";
        return (type == null ? find(where + order) : find(where + " and type = ?1" + order, type.wireName()))
                .page(page, atMost)
                .list();
    }

    /** How many are open. */
    public long countOpen() {
        return count(OPEN);
    }

    /** How many open requests must be answered before a moment. */
    public long countDueBefore(Instant moment) {
        return count(OPEN + " and term.dueAt < ?1", moment);
    }

    /** Open requests due before a moment of which nobody was reminded, held. */
    public List<RequestRow> holdUnreminded(Instant moment, int atMost) {
        return find(OPEN + " and term.dueAt < ?1 and term.remindedAt is null order by term.dueAt", moment)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, atMost)
                .list();
    }
}
