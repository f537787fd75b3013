package dev.aisle.privacy.vault.traits;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.Session;

/** What is kept of people, sealed. */
@ApplicationScoped
class TraitRepository {
    private final Session session;

    TraitRepository(Session session) {
        this.session = session;
    }

    /** All of a subject, by the name of the field. */
    public Map<String, byte[]> of(String pseudonym) {
        Map<String, byte[]> sealed = new HashMap<>();
        session.createNativeQuery("select field, sealed from vault_trait where pseudonym = :pseudonym", Object[].class)
                .setParameter("pseudonym", pseudonym)
                .getResultStream()
                .forEach(row -> sealed.put((String) row[0], (byte[]) row[1]));
        return sealed;
    }

    /** Sets a field. */
    public void put(String pseudonym, String field, byte[] sealed) {
        session.createNativeMutationQuery("""
                        insert into vault_trait (pseudonym, field, sealed) values (:pseudonym, :field, :sealed)
                        on conflict (pseudonym, field) do update set sealed = excluded.sealed, changed_at = now()
                        """)
                .setParameter("pseudonym", pseudonym)
                .setParameter("field", field)
                .setParameter("sealed", sealed)
                .executeUpdate();
    }

    /** Removes a field. */
    public void remove(String pseudonym, String field) {
        session.createNativeMutationQuery("delete from vault_trait where pseudonym = :pseudonym and field = :field")
                .setParameter("pseudonym", pseudonym)
                .setParameter("field", field)
                .executeUpdate();
    }

    /** Removes all of a subject; how many fields there were. */
    public long removeAll(String pseudonym) {
        return session.createNativeMutationQuery("delete from vault_trait where pseudonym = :pseudonym")
                .setParameter("pseudonym", pseudonym)
                .executeUpdate();
    }
}
