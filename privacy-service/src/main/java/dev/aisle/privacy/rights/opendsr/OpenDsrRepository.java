package dev.aisle.privacy.rights.opendsr;

import dev.aisle.privacy.rights.request.domain.RequestStatus;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Requests of controllers and what each consists of. */
@ApplicationScoped
public class OpenDsrRepository implements PanacheRepositoryBase<OpenDsrRow, UUID> {
    /** A request, held to the end of the transaction. */
    public Optional<OpenDsrRow> hold(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Adds what one identity led to. */
    public void addPart(UUID id, UUID request) {
        getSession()
                .createNativeMutationQuery("""
                    insert into opendsr_part (subject_request_id, request_id) values (:id, :request)
                    on conflict do nothing
                    """)
                .setParameter("id", id)
                .setParameter("request", request)
                .executeUpdate();
    }

    /** What it consists of. */
    public List<UUID> partsOf(UUID id) {
        return getSession()
                .createNativeQuery(
                        "select request_id from opendsr_part where subject_request_id = :id order by request_id",
                        UUID.class)
                .setParameter("id", id)
                .getResultList();
    }

    /** How far each of these is. */
    public List<RequestStatus> statusesOf(UUID id) {
        return getSession()
                .createNativeQuery("""
                    select r.status from opendsr_part p join subject_request r on r.id = p.request_id
                    where p.subject_request_id = :id
                    """, String.class)
                .setParameter("id", id)
                .getResultStream()
                .map(RequestStatus::ofWireName)
                .toList();
    }

    /** Requests whose end nobody was told; those that another instance handles are left out. */
    public List<OpenDsrRow> holdUnreported(int atMost) {
        return getSession()
                .createNativeQuery("""
                    select * from opendsr_request o
                    where reported_status in ('pending', 'in_progress')
                      and (cancelled_at is not null or reported_status is distinct from (
                          select case when count(*) = 0 then case when o.starts_at <= now() then 'completed' else 'pending' end
                              when bool_and(r.status in ('completed', 'cancelled')) then 'completed'
                              when bool_and(r.status in ('awaiting_verification', 'pending')) then 'pending'
                              else 'in_progress' end
                          from opendsr_part p join subject_request r on r.id = p.request_id
                          where p.subject_request_id = o.subject_request_id))
                    order by starts_at limit :most for update skip locked
                    """, OpenDsrRow.class)
                .setParameter("most", atMost)
                .getResultList();
    }
}
