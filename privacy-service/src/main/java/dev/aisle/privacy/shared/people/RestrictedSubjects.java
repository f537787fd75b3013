package dev.aisle.privacy.shared.people;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/** Whose processing is restricted: their data is kept and not used. */
@ApplicationScoped
public class RestrictedSubjects {
    private final Session session;

    RestrictedSubjects(Session session) {
        this.session = session;
    }

    /** Whether nothing about this subject may be processed. */
    public boolean contains(String pseudonym) {
        return !session.createNativeQuery(
                        "select 1 from restricted_subject where pseudonym = :pseudonym", Integer.class)
                .setParameter("pseudonym", pseudonym)
                .getResultList()
                .isEmpty();
    }

    /** Returns those of the subjects about whom nothing may be processed. */
    public Set<String> among(Collection<String> pseudonyms) {
        return Set.copyOf(session.createNativeQuery("""
                        select pseudonym from restricted_subject where pseudonym = any(cast(:pseudonyms as text[]))
                        """, String.class)
                .setParameter("pseudonyms", pseudonyms.toArray(String[]::new))
                .getResultList());
    }

    /** Restricts a subject; false when it was already. */
    public boolean add(String pseudonym, UUID request, Instant at) {
        return session.createNativeMutationQuery("""
            insert into restricted_subject (pseudonym, request_id, restricted_at)
            values (:pseudonym, :request, :at) on conflict do nothing
            """)
                        .setParameter("pseudonym", pseudonym)
                        .setParameter("request", request)
                        .setParameter("at", at)
                        .executeUpdate()
                == 1;
    }

    /** Lifts a restriction; false when there was none. */
    public boolean remove(String pseudonym) {
        return session.createNativeMutationQuery("delete from restricted_subject where pseudonym = :pseudonym")
                        .setParameter("pseudonym", pseudonym)
                        .executeUpdate()
                == 1;
    }

    /** A restriction of the old pseudonym goes on under the new one; whether that one is restricted then. */
    public boolean move(String old, String now) {
        session.createNativeMutationQuery("""
            insert into restricted_subject (pseudonym, request_id, restricted_at)
            select :now, request_id, restricted_at from restricted_subject where pseudonym = :old
            on conflict do nothing
            """)
                .setParameter("old", old)
                .setParameter("now", now)
                .executeUpdate();
        remove(old);
        return contains(now);
    }
}
