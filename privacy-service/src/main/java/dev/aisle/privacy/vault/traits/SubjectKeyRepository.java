package dev.aisle.privacy.vault.traits;

import dev.aisle.algorithms.privacy.envelope.WrappedKey;
import dev.aisle.privacy.vault.masterkeys.WrappedKeyTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/**
 * The subjects' keys as they are wrapped. They are read anew for each use and cached nowhere: so a removed key is gone in all instances at
 * once.
 */
@ApplicationScoped
public class SubjectKeyRepository {
    private final Session session;

    SubjectKeyRepository(Session session) {
        this.session = session;
    }

    /** The key of a subject, if there is one. */
    public Optional<WrappedKey> find(String pseudonym) {
        return session.createNativeQuery(
                        "select master_key_id, wrapped from subject_key where pseudonym = :pseudonym", Object[].class)
                .setParameter("pseudonym", pseudonym)
                .getResultStream()
                .map(row -> new WrappedKey((String) row[0], (byte[]) row[1]))
                .findFirst();
    }

    /** The next subjects whose key is wrapped by a master key, in the order of their pseudonyms. */
    public List<String> under(String masterKeyId, String after, int atMost) {
        return session.createNativeQuery("""
                        select pseudonym from subject_key where master_key_id = :master and pseudonym > :after
                        order by pseudonym limit :atMost
                        """, String.class)
                .setParameter("master", masterKeyId)
                .setParameter("after", after)
                .setParameter("atMost", atMost)
                .getResultList();
    }

    /** Keeps a new subject's key. */
    public void add(String pseudonym, WrappedKey key) {
        session.createNativeMutationQuery(
                        "insert into subject_key (pseudonym, master_key_id, wrapped) values (:pseudonym, :master, :wrapped)")
                .setParameter("pseudonym", pseudonym)
                .setParameter("master", key.masterKeyId())
                .setParameter("wrapped", key.bytes())
                .executeUpdate();
    }

    /** Removes a key, and with it what was sealed under it; whether there was one. */
    public boolean remove(String pseudonym) {
        return session.createNativeMutationQuery("delete from subject_key where pseudonym = :pseudonym")
                        .setParameter("pseudonym", pseudonym)
                        .executeUpdate()
                == 1;
    }

    /** Returns all keys, for a rotation. */
    public WrappedKeyTable<String> wrapped() {
        return new WrappedKeyTable<>(session, "subject_key", "pseudonym", String.class);
    }
}
