package dev.aisle.privacy.consent.versions;

import dev.aisle.algorithms.privacy.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;

/** By purpose, the version that refused it last and since when it is refused. The caller holds the subject. */
@ApplicationScoped
public class FenceRepository {
    /** A refusal that goes on from the version before keeps its beginning. */
    private static final String RAISE = """
            insert into consent_fence (pseudonym, purpose, version, refused_since)
            select :pseudonym, purpose, :version, cast(since as timestamptz)
            from unnest(string_to_array(:purposes, ' '), string_to_array(:since, ' ')) as refused (purpose, since)
            on conflict (pseudonym, purpose) do update set
                refused_since = case
                    when consent_fence.version in (:before, excluded.version)
                    then coalesce(consent_fence.refused_since, excluded.refused_since)
                    when consent_fence.version > excluded.version then consent_fence.refused_since
                    else excluded.refused_since end,
                version = greatest(consent_fence.version, excluded.version)
            """;

    private static final String CARRY = """
            insert into consent_fence (pseudonym, purpose, version, refused_since)
            values (:pseudonym, :purpose, :version, :since)
            on conflict (pseudonym, purpose) do update set
                version = excluded.version, refused_since = excluded.refused_since
            where consent_fence.version < excluded.version
            """;

    private final Session database;

    FenceRepository(Session database) {
        this.database = database;
    }

    /**
     * Notes that purposes are refused at a version.
     *
     * @param since when each refusal began, unless it goes on from the version before
     * @param before the version before; the same one when it refuses by time what it allowed at first
     */
    public void raise(String pseudonym, Map<Purpose, Instant> since, long version, long before) {
        if (!since.isEmpty()) {
            database.createNativeMutationQuery(RAISE)
                    .setParameter("pseudonym", pseudonym)
                    .setParameter("purposes", joined(since.keySet().stream().map(Purpose::wireName)))
                    .setParameter("since", joined(since.values().stream().map(Instant::toString)))
                    .setParameter("version", version)
                    .setParameter("before", before)
                    .executeUpdate();
        }
    }

    private static String joined(Stream<String> texts) {
        return texts.collect(Collectors.joining(" "));
    }

    /** Takes a fence over as it is, where there is none of a later version. */
    public void carry(String pseudonym, Purpose purpose, Fence fence) {
        database.createNativeMutationQuery(CARRY)
                .setParameter("pseudonym", pseudonym)
                .setParameter("purpose", purpose.wireName())
                .setParameter("version", fence.version())
                .setParameter("since", fence.since(), Instant.class)
                .executeUpdate();
    }

    /** The fences of a subject. */
    public Map<Purpose, Fence> of(String pseudonym) {
        return of(List.of(pseudonym)).getOrDefault(pseudonym, Map.of());
    }

    /** Returns the fences of several subjects; whoever has none isn't in the answer. */
    public Map<String, Map<Purpose, Fence>> of(Collection<String> pseudonyms) {
        Map<String, Map<Purpose, Fence>> fences = new HashMap<>();
        database.createNativeQuery("""
                        select pseudonym, purpose, version, refused_since from consent_fence
                        where pseudonym = any(cast(:pseudonyms as text[]))
                        """, Tuple.class)
                .setParameter("pseudonyms", pseudonyms.toArray(String[]::new))
                .getResultList()
                .forEach(row -> Purpose.ofWireName(row.get("purpose", String.class))
                        .ifPresent(purpose -> fences.computeIfAbsent(
                                        row.get("pseudonym", String.class), _ -> new EnumMap<>(Purpose.class))
                                .put(
                                        purpose,
                                        new Fence(
                                                row.get("version", Long.class),
                                                row.get("refused_since", Instant.class)))));
        return fences;
    }

    /** Forgets a subject. */
    public void erase(String pseudonym) {
        database.createNativeMutationQuery("delete from consent_fence where pseudonym = :pseudonym")
                .setParameter("pseudonym", pseudonym)
                .executeUpdate();
    }
}
