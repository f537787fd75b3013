package dev.aisle.privacy.consent.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.Session;

/** How far people from before there were keys have been given one. */
@ApplicationScoped
class EventKeyWalk {
    private final Session session;

    EventKeyWalk(Session session) {
        this.session = session;
    }

    /** After whom to go on, held to the end of the transaction; empty when it is done or another instance is at it. */
    public Optional<String> holdReached() {
        return session.createNativeQuery(
                        "select reached from event_key_walk where finished_at is null for update skip locked",
                        String.class)
                .getResultStream()
                .findFirst();
    }

    /** Everybody up to this pseudonym has one. */
    public void advance(String reached) {
        session.createNativeMutationQuery("update event_key_walk set reached = :reached")
                .setParameter("reached", reached)
                .executeUpdate();
    }

    /** Everybody has one. */
    public void finish() {
        session.createNativeMutationQuery("update event_key_walk set finished_at = now(), reached = ''")
                .executeUpdate();
    }
}
