package dev.aisle.privacy.request.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Requests of data subjects. */
@ApplicationScoped
public class RequestRepository implements PanacheRepositoryBase<RequestRow, UUID> {
    /** A request, held to the end of the transaction. */
    public Optional<RequestRow> hold(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Requests that were last sent before a moment and are not complete; those that another instance handles are left out. */
    public List<RequestRow> holdUnanswered(Instant sentBefore, int atMost) {
        return getSession()
                .createNativeQuery("""
                        select * from subject_request
                        where status = 'in_progress' and last_sent_at < :before
                        order by last_sent_at limit :most for update skip locked
                        """, RequestRow.class)
                .setParameter("before", sentBefore)
                .setParameter("most", atMost)
                .getResultList();
    }
}
