package dev.aisle.privacy.audit.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import org.hibernate.Session;

/** Entries that wait for their place. */
@ApplicationScoped
public class PendingEntries {
    private final Session session;

    PendingEntries(Session session) {
        this.session = session;
    }

    /** Adds an entry, to be seen by the sequencer when the transaction is committed. */
    public void add(String entry) {
        session.createNativeMutationQuery("insert into audit_pending (entry) values (:entry)")
                .setParameter("entry", entry)
                .executeUpdate();
    }

    /**
     * Takes the oldest out, in the order in which they were added. The table was vacuumed while it was empty; a plan from then, which connections
     * keep, compares each row with each other one: nine seconds for 5,500 entries. Without nested loops it hashes.
     */
    public List<String> take(int atMost) {
        session.createNativeMutationQuery("set local enable_nestloop = off").executeUpdate();
        return session.createNativeQuery("""
            delete from audit_pending where id in (select id from audit_pending order by id limit :most)
            returning id, entry
            """, Object[].class).setParameter("most", atMost).getResultList().stream()
                .sorted(Comparator.comparingLong(row -> ((Number) row[0]).longValue()))
                .map(row -> (String) row[1])
                .toList();
    }

    /** How many wait. */
    public long count() {
        return session.createNativeQuery("select count(*) from audit_pending", Long.class)
                .getSingleResult();
    }
}
