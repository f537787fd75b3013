package dev.aisle.privacy.consent.store;

import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.Session;

/**
 * The order of consent states beside their versions: the epoch of this database, and the revisions of states that are told again under the same
 * version.
 */
@ApplicationScoped
public class ConsentOrder {
    private final Session session;

    ConsentOrder(Session session) {
        this.session = session;
    }

    /** Returns the epoch of this database. */
    public long epoch() {
        return session.createNativeQuery("select epoch from consent_epoch", Long.class)
                .getSingleResult();
    }

    /** Begins an epoch above this database's and another one. */
    public void beginAfter(long other) {
        session.createNativeMutationQuery("update consent_epoch set epoch = greatest(epoch, :other) + 1")
                .setParameter("other", other)
                .executeUpdate();
    }

    /** Returns a revision above all that this database has given. */
    public long nextRevision() {
        return session.createNativeQuery("select nextval('consent_revision')", Long.class)
                .getSingleResult();
    }
}
