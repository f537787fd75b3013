package dev.aisle.privacy.shared.store;

import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.Session;

/** Lets one transaction at a time change a subject, whether or not there is a row of it yet. */
@ApplicationScoped
public class SubjectLock {
    private final Session session;

    SubjectLock(Session session) {
        this.session = session;
    }

    /** Waits for the subject and holds it to the end of the transaction. */
    public void hold(String pseudonym) {
        session.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:pseudonym, 0))", Integer.class)
                .setParameter("pseudonym", pseudonym)
                .getSingleResult();
    }
}
