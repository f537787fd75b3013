package dev.aisle.privacy.shared.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Lets one transaction at a time change a subject, whether or not there is a row of it yet. */
@ApplicationScoped
public class SubjectLock {
    private final EntityManager entities;

    SubjectLock(EntityManager entities) {
        this.entities = entities;
    }

    /** Waits for the subject and holds it to the end of the transaction. */
    public void hold(String pseudonym) {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:pseudonym, 0))")
                .setParameter("pseudonym", pseudonym)
                .getSingleResult();
    }
}
