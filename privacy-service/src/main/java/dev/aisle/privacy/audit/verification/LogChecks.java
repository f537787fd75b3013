package dev.aisle.privacy.audit.verification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.privacy.audit.verification.LogCheck.Result;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Verifications that somebody asked for; the newest stay. */
@ApplicationScoped
class LogChecks {
    private static final int KEPT = 200;
    /** "checks": held by whoever begins one. */
    private static final long LOCK = 0x636865636b73L;

    private static final String SELECT = """
            select id, started_at, started_by, checked, expected, seen_at, ended_at, size, heads, pending, root, findings
            from audit_check
            """;

    private final Session session;
    private final ObjectMapper json;

    LogChecks(Session session, ObjectMapper json) {
        this.session = session;
        this.json = json;
    }

    /** Lets one transaction at a time begin a check. */
    public void hold() {
        session.createNativeQuery("select 1 from pg_advisory_xact_lock(:lock)", Integer.class)
                .setParameter("lock", LOCK)
                .getSingleResult();
    }

    /** Begins one. */
    public void add(LogCheck check) {
        session.createNativeMutationQuery("""
                        insert into audit_check (id, started_at, started_by, checked, expected, seen_at)
                        values (:id, :at, :by, 0, :expected, :at)
                        """)
                .setParameter("id", check.id())
                .setParameter("at", check.startedAt())
                .setParameter("by", check.startedBy())
                .setParameter("expected", check.expected())
                .executeUpdate();
        session.createNativeMutationQuery("""
                        delete from audit_check where id not in (
                            select id from audit_check order by started_at desc limit :kept)
                        """).setParameter("kept", KEPT).executeUpdate();
    }

    /** It has come so far. */
    public void goneOn(UUID id, long checked, Instant now) {
        session.createNativeMutationQuery("update audit_check set checked = :checked, seen_at = :now where id = :id")
                .setParameter("checked", checked)
                .setParameter("now", now)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** It is done. */
    public void ended(UUID id, Result result) {
        session.createNativeMutationQuery("""
                        update audit_check set checked = :size, seen_at = :at, ended_at = :at, size = :size,
                            heads = :heads, pending = :pending, root = :root, findings = :findings
                        where id = :id
                        """)
                .setParameter("size", result.size())
                .setParameter("at", result.endedAt())
                .setParameter("heads", result.heads())
                .setParameter("pending", result.pending())
                .setParameter("root", result.root())
                .setParameter("findings", written(result.findings()))
                .setParameter("id", id)
                .executeUpdate();
    }

    /** The one of that id. */
    public Optional<LogCheck> find(UUID id) {
        return session.createNativeQuery(SELECT + "where id = :id", Tuple.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(this::check);
    }

    /** The newest, the last one first. */
    public List<LogCheck> newest(int atMost) {
        return session.createNativeQuery(SELECT + "order by started_at desc limit :most", Tuple.class)
                .setParameter("most", atMost)
                .getResultStream()
                .map(this::check)
                .toList();
    }

    private LogCheck check(Tuple row) {
        Instant ended = row.get("ended_at", Instant.class);
        return new LogCheck(
                row.get("id", UUID.class),
                row.get("started_at", Instant.class),
                row.get("started_by", String.class),
                row.get("checked", Long.class),
                row.get("expected", Long.class),
                row.get("seen_at", Instant.class),
                ended == null ? null : result(row, ended));
    }

    private Result result(Tuple row, Instant ended) {
        return new Result(
                ended,
                row.get("size", Long.class),
                row.get("heads", Long.class),
                row.get("pending", Long.class),
                Objects.requireNonNullElse(row.get("root", String.class), ""),
                read(row.get("findings", String.class)));
    }

    private String written(List<Finding> findings) {
        try {
            return json.writeValueAsString(findings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Findings can be written as JSON", e);
        }
    }

    private List<Finding> read(@Nullable String findings) {
        try {
            return findings == null ? List.of() : List.of(json.readValue(findings, Finding[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Findings that were kept can't be read", e);
        }
    }
}
