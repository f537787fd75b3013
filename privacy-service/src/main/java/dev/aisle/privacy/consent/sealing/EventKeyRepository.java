package dev.aisle.privacy.consent.sealing;

import dev.aisle.algorithms.privacy.envelope.WrappedKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.hibernate.Session;

/** People's keys for the log, as they are wrapped. The caller holds the subject. */
@ApplicationScoped
class EventKeyRepository {
    private static final String OF = "pseudonym = :pseudonym";

    private final Session session;

    EventKeyRepository(Session session) {
        this.session = session;
    }

    /** The keys of a person, the one that seals first. */
    public List<WrappedKey> of(String pseudonym) {
        return session.createNativeQuery(
                        "select sealing_key, wrapped from event_key where " + OF + " order by created_at, wrapped",
                        Object[].class)
                .setParameter("pseudonym", pseudonym)
                .getResultStream()
                .map(row -> new WrappedKey((String) row[0], (byte[]) row[1]))
                .toList();
    }

    /** Keeps a new key. */
    public void add(String pseudonym, WrappedKey key) {
        session.createNativeMutationQuery(
                        "insert into event_key (pseudonym, sealing_key, wrapped) values (:pseudonym, :sealing,"
                                + " :wrapped)")
                .setParameter("pseudonym", pseudonym)
                .setParameter("sealing", key.masterKeyId())
                .setParameter("wrapped", key.bytes())
                .executeUpdate();
    }

    /** Keeps the same key as it is wrapped by another one. */
    public void replace(String pseudonym, WrappedKey old, WrappedKey now) {
        session.createNativeMutationQuery("update event_key set sealing_key = :sealing, wrapped = :wrapped where " + OF
                        + " and wrapped = :old")
                .setParameter("pseudonym", pseudonym)
                .setParameter("sealing", now.masterKeyId())
                .setParameter("wrapped", now.bytes())
                .setParameter("old", old.bytes())
                .executeUpdate();
    }

    /** Removes all keys of a person; how many there were. */
    public long removeAll(String pseudonym) {
        return session.createNativeMutationQuery("delete from event_key where " + OF)
                .setParameter("pseudonym", pseudonym)
                .executeUpdate();
    }

    /** Gives the keys of one pseudonym to another. */
    public void rename(String old, String now) {
        session.createNativeMutationQuery("update event_key set pseudonym = :now where pseudonym = :old")
                .setParameter("old", old)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** The next people with a key, in the order of their pseudonyms. */
    public List<String> next(String after, int atMost) {
        return session.createNativeQuery("""
            select distinct pseudonym from event_key where pseudonym > :after order by pseudonym limit :most
            """, String.class)
                .setParameter("after", after)
                .setParameter("most", atMost)
                .getResultList();
    }

    /** The next people with a key that one of these has wrapped, in the order of their pseudonyms. */
    public List<String> under(Collection<String> sealingKeys, String after, int atMost) {
        return session.createNativeQuery("""
            select distinct pseudonym from event_key
            where sealing_key in (:sealing) and pseudonym > :after
            order by pseudonym limit :most
            """, String.class)
                .setParameterList("sealing", sealingKeys)
                .setParameter("after", after)
                .setParameter("most", atMost)
                .getResultList();
    }
}
