package dev.aisle.privacy.rights.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.Session;

/** Answers of services, and who may fetch them. */
@ApplicationScoped
public class ExportRepository {
    private final Session session;

    ExportRepository(Session session) {
        this.session = session;
    }

    /** Keeps an answer, unless this service has answered already. */
    public void keep(UUID request, String service, String content, Instant at) {
        session.createNativeMutationQuery("""
            insert into export_part (request_id, service, received_at, content)
            values (:request, :service, :at, :content) on conflict do nothing
            """)
                .setParameter("request", request)
                .setParameter("service", service)
                .setParameter("at", at)
                .setParameter("content", content)
                .executeUpdate();
    }

    /** Who has answered. */
    public List<String> servicesOf(UUID request) {
        return session.createNativeQuery(
                        "select service from export_part where request_id = :request order by service", String.class)
                .setParameter("request", request)
                .getResultList();
    }

    /** The answers by service. */
    public SortedMap<String, String> partsOf(UUID request) {
        SortedMap<String, String> parts = new TreeMap<>();
        session.createNativeQuery(
                        "select service, content from export_part where request_id = :request", Object[].class)
                .setParameter("request", request)
                .getResultStream()
                .forEach(row -> parts.put((String) row[0], (String) row[1]));
        return parts;
    }

    /** Makes this the only token that opens the archive; false when it was fetched already. */
    public boolean issue(UUID request, byte[] tokenHash, Instant expiresAt) {
        return session.createNativeMutationQuery("""
            insert into export_archive (request_id, token_hash, expires_at) values (:request, :hash, :expires)
            on conflict (request_id) do update set token_hash = :hash, expires_at = :expires
            where export_archive.fetched_at is null
            """)
                        .setParameter("request", request)
                        .setParameter("hash", tokenHash)
                        .setParameter("expires", expiresAt)
                        .executeUpdate()
                == 1;
    }

    /** The token of an archive that wasn't fetched and hasn't expired, held so that it is fetched once. */
    public Optional<byte[]> holdToken(UUID request, Instant now) {
        return session.createNativeQuery("""
            select token_hash from export_archive
            where request_id = :request and fetched_at is null and expires_at > :now for update
            """, byte[].class)
                .setParameter("request", request)
                .setParameter("now", now)
                .getResultStream()
                .findFirst();
    }

    /** It was fetched: the answers go. */
    public void fetched(UUID request, Instant at) {
        session.createNativeMutationQuery("update export_archive set fetched_at = :at where request_id = :request")
                .setParameter("at", at)
                .setParameter("request", request)
                .executeUpdate();
        session.createNativeMutationQuery("delete from export_part where request_id = :request")
                .setParameter("request", request)
                .executeUpdate();
    }

    /** Forgets answers that nobody has fetched in time. */
    public int forgetBefore(Instant before) {
        return session.createNativeMutationQuery("delete from export_part where received_at < :before")
                .setParameter("before", before)
                .executeUpdate();
    }

    /** Forgets the answers about a person; how many there were. */
    public long erase(String pseudonym) {
        return session.createNativeMutationQuery("""
            delete from export_part where request_id in
            (select id from subject_request where pseudonym = :pseudonym)
            """)
                .setParameter("pseudonym", pseudonym)
                .executeUpdate();
    }
}
