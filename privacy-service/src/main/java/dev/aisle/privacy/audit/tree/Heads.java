package dev.aisle.privacy.audit.tree;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.Session;

/** The signed heads. */
@ApplicationScoped
public class Heads {
    /** "audit": held by the one instance that gives entries their places. */
    private static final long LOCK = 0x6175646974L;

    private static final String SELECT =
            "select seq, head, signature, cast(head as jsonb) ->> 'prev', size, cast(head as jsonb) ->> 'root' from"
                    + " audit_head ";

    private final Session session;

    Heads(Session session) {
        this.session = session;
    }

    /** Whether this transaction may append; otherwise another instance is about to. */
    public boolean tryLock() {
        return session.createNativeQuery("select pg_try_advisory_xact_lock(:lock)", Boolean.class)
                .setParameter("lock", LOCK)
                .getSingleResult();
    }

    /** Lets the transaction see one moment; must be its first statement. */
    public void holdStill() {
        session.createNativeMutationQuery("set transaction isolation level repeatable read, read only")
                .executeUpdate();
    }

    /** Adds the next head. */
    public void add(long seq, String head, byte[] signature) {
        session.createNativeMutationQuery(
                        "insert into audit_head (seq, head, signature) values (:seq, :head, :signature)")
                .setParameter("seq", seq)
                .setParameter("head", head)
                .setParameter("signature", signature)
                .executeUpdate();
    }

    /** The newest head. */
    public Optional<StoredHead> last() {
        return session.createNativeQuery(SELECT + "order by seq desc limit 1", Object[].class)
                .getResultStream()
                .findFirst()
                .map(Heads::read);
    }

    /** The head of exactly this many leaves. */
    public Optional<StoredHead> ofSize(long size) {
        return session.createNativeQuery(SELECT + "where size = :size order by seq limit 1", Object[].class)
                .setParameter("size", size)
                .getResultStream()
                .findFirst()
                .map(Heads::read);
    }

    /** Heads after a number. */
    public List<StoredHead> page(long after, int atMost) {
        return session.createNativeQuery(SELECT + "where seq > :after order by seq limit :most", Object[].class)
                .setParameter("after", after)
                .setParameter("most", atMost)
                .getResultStream()
                .map(Heads::read)
                .toList();
    }

    private static StoredHead read(Object[] row) {
        return new StoredHead(
                ((Number) row[0]).longValue(),
                (String) row[1],
                (byte[]) row[2],
                Objects.requireNonNullElse((String) row[3], ""),
                ((Number) row[4]).longValue(),
                Objects.requireNonNullElse((String) row[5], ""));
    }
}
