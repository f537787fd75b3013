package dev.aisle.privacy.shared.people;

import dev.aisle.platform.storage.TransactionConflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.Session;

/**
 * Lets one transaction at a time change a subject, whether or not there is a row of it yet. This is the one order in which locks of subjects are taken:
 *
 * <ol>
 *   <li>Whoever needs several takes them at once. They are sorted by their keys, so that nobody waits in a circle.
 *   <li>Whoever finds out later that another one is needed waits for it only when its key comes after all that are held. Otherwise it is taken if it
 *       is free; if not, the transaction gives way and is tried again from its beginning.
 *   <li>The lock of all moves ({@code Successors}) and rows are taken after the subjects.
 * </ol>
 */
@ApplicationScoped
public class SubjectLock {
    private static final String KEYS = """
            select distinct hashtextextended(subject, 0) as key from unnest(cast(:subjects as text[])) as asked (subject)
            """;
    private static final String WAIT = """
            select key from unnest(cast(:keys as bigint[])) as asked (key) cross join lateral pg_advisory_xact_lock(key)
            """;
    private static final String CALL = "select 1 from pg_advisory_xact_lock(hashtextextended(:name, 3))";
    private static final String TRY = """
            select pg_try_advisory_xact_lock(key) from unnest(cast(:keys as bigint[])) as asked (key)
            """;

    private final Session session;
    private final TransactionSynchronizationRegistry transactions;

    SubjectLock(Session session, TransactionSynchronizationRegistry transactions) {
        this.session = session;
        this.transactions = transactions;
    }

    /** What a transaction holds. */
    private record Held(Set<String> subjects, NavigableSet<Long> keys) {}

    /** Waits for the subject and holds it to the end of the transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(String subject) {
        hold(List.of(subject));
    }

    /**
     * Waits for all of the subjects and holds them to the end of the transaction.
     *
     * @return those that this transaction hasn't held before
     * @throws TransactionConflict when waiting for one could be waiting in a circle
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<String> hold(Collection<String> subjects) {
        Held held = held();
        Set<String> fresh = new HashSet<>(subjects);
        fresh.removeAll(held.subjects());
        if (fresh.isEmpty()) {
            return fresh;
        }
        NavigableSet<Long> keys = keys(fresh);
        keys.removeAll(held.keys());
        if (!keys.isEmpty()) {
            if (held.keys().isEmpty() || held.keys().last() < keys.first()) {
                ask(WAIT, keys, Long.class);
            } else if (ask(TRY, keys, Boolean.class).contains(false)) {
                throw new TransactionConflict("A person who is needed beside others is held by another transaction");
            }
        }
        held.subjects().addAll(fresh);
        held.keys().addAll(keys);
        return fresh;
    }

    /** Waits for other calls of this name. Taken before any subject, it is none of their order. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void holdCall(String name) {
        session.createNativeQuery(CALL, Integer.class)
                .setParameter("name", name)
                .getSingleResult();
    }

    private NavigableSet<Long> keys(Set<String> subjects) {
        return new TreeSet<>(session.createNativeQuery(KEYS, Long.class)
                .setParameter("subjects", subjects.toArray(String[]::new))
                .getResultList());
    }

    private <T> List<T> ask(String sql, NavigableSet<Long> keys, Class<T> answer) {
        return session.createNativeQuery(sql, answer)
                .setParameter("keys", keys.toArray(Long[]::new))
                .getResultList();
    }

    private Held held() {
        Held held = (Held) transactions.getResource(SubjectLock.class);
        if (held == null) {
            held = new Held(new HashSet<>(), new TreeSet<>());
            transactions.putResource(SubjectLock.class, held);
        }
        return held;
    }
}
