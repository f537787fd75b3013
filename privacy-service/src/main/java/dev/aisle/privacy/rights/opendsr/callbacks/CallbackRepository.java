package dev.aisle.privacy.rights.opendsr.callbacks;

import dev.aisle.privacy.rights.request.domain.RequestStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** What controllers must still be told. */
@ApplicationScoped
class CallbackRepository {
    private final Session session;

    CallbackRepository(Session session) {
        this.session = session;
    }

    /** One call that is due. */
    public record DueCallback(long id, UUID request, String url, RequestStatus status, int attempts) {}

    /** Adds a call. */
    public void add(UUID request, String url, RequestStatus status, Instant at) {
        session.createNativeMutationQuery("""
            insert into opendsr_callback (subject_request_id, url, request_status, attempts, next_at)
            values (:request, :url, :status, 0, :at)
            """)
                .setParameter("request", request)
                .setParameter("url", url)
                .setParameter("status", status.wireName())
                .setParameter("at", at)
                .executeUpdate();
    }

    /** Takes calls that are due and puts them off to {@code again}: should this process die, another makes them then. */
    public List<DueCallback> take(Instant now, Instant again, int atMost) {
        return session.createNativeQuery("""
            update opendsr_callback set attempts = attempts + 1, next_at = :again
            where id in (select id from opendsr_callback where next_at <= :now
                order by next_at limit :most for update skip locked)
            returning id, subject_request_id, url, request_status, attempts
            """, Object[].class)
                .setParameter("now", now)
                .setParameter("again", again)
                .setParameter("most", atMost)
                .getResultStream()
                .map(row -> new DueCallback(
                        ((Number) row[0]).longValue(),
                        (UUID) row[1],
                        (String) row[2],
                        RequestStatus.ofWireName((String) row[3]),
                        ((Number) row[4]).intValue()))
                .toList();
    }

    /** The controller was told; or, with a time, it is tried again then; or, with neither, that is given up. */
    public void settle(long id, @Nullable Instant deliveredAt, @Nullable Instant nextAt) {
        session.createNativeMutationQuery(
                        "update opendsr_callback set delivered_at = :delivered, next_at = :next where id = :id")
                .setParameter("delivered", deliveredAt)
                .setParameter("next", nextAt)
                .setParameter("id", id)
                .executeUpdate();
    }
}
