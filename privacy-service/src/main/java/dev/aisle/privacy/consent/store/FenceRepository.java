package dev.aisle.privacy.consent.store;

import dev.aisle.algorithms.privacy.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** By purpose, the version that refused it last. The caller holds the subject. */
@ApplicationScoped
public class FenceRepository {
    private static final String RAISE = """
            insert into consent_fence (pseudonym, purpose, version)
            select :pseudonym, unnest(string_to_array(:purposes, ' ')), :version
            on conflict (pseudonym, purpose) do update set version = greatest(consent_fence.version, excluded.version)
            """;

    private final Session database;

    FenceRepository(Session database) {
        this.database = database;
    }

    /** These purposes were refused at that version. */
    public void raise(String pseudonym, Collection<Purpose> purposes, long version) {
        if (!purposes.isEmpty()) {
            database.createNativeMutationQuery(RAISE)
                    .setParameter("pseudonym", pseudonym)
                    .setParameter(
                            "purposes", purposes.stream().map(Purpose::wireName).collect(Collectors.joining(" ")))
                    .setParameter("version", version)
                    .executeUpdate();
        }
    }

    /** The fences of a subject. */
    public Map<Purpose, Long> of(String pseudonym) {
        Map<Purpose, Long> fences = new EnumMap<>(Purpose.class);
        database.createNativeQuery(
                        "select purpose, version from consent_fence where pseudonym = :pseudonym", Tuple.class)
                .setParameter("pseudonym", pseudonym)
                .getResultList()
                .forEach(row -> Purpose.ofWireName(row.get("purpose", String.class))
                        .ifPresent(purpose -> fences.put(purpose, row.get("version", Long.class))));
        return fences;
    }

    /** Forgets a subject. */
    public void erase(String pseudonym) {
        database.createNativeMutationQuery("delete from consent_fence where pseudonym = :pseudonym")
                .setParameter("pseudonym", pseudonym)
                .executeUpdate();
    }
}
