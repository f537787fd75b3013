package dev.aisle.campaign.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.campaign.shared.Sql;
import dev.aisle.platform.erasure.ErasureMarks;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hibernate.Session;

/**
 * A row a person, which is also the lock: whoever locks it is alone with everything of that person until the end of the
 * transaction. The mark of an erased person stays, so that nothing in flight brings the person back.
 */
@ApplicationScoped
public class PersonRepository {
    private static final String LOCK = """
            insert into person (pseudonym) select unnest(string_to_array(:pseudonyms, ' ')) as pseudonym order by pseudonym
            on conflict (pseudonym) do update set purchases = person.purchases
            returning pseudonym, withdrawn_version
            """;
    private static final String LOCK_KNOWN = """
            select pseudonym from person where pseudonym = any((select ?::text[])::text[]) and erased_at is null
            order by pseudonym for update
            """;

    private static final String ADD = """
            update person set purchases = person.purchases + cast(added.value as bigint)
            from jsonb_each_text(cast(:purchases as jsonb)) as added
            where person.pseudonym = added.key
            """;
    private static final String WITHDRAW = """
            insert into person (pseudonym, withdrawn_version) values (:pseudonym, :version)
            on conflict (pseudonym) do update set
                purchases = 0, withdrawn_version = greatest(person.withdrawn_version, excluded.withdrawn_version)
            """;
    private static final String FENCE = """
            insert into person (pseudonym, purchases, erased_at) values (:pseudonym, 0, :at)
            on conflict (pseudonym) do nothing
            """;
    private static final String FENCED = """
            select pseudonym from person where pseudonym = any(string_to_array(:marks, ' ')) and erased_at is not null
            """;
    private static final String REMOVE = "delete from person where pseudonym = any(string_to_array(:pseudonyms, ' '))";

    private final Session database;
    private final AgroalDataSource dataSource;
    private final ErasureMarks marks;
    private final ObjectMapper json;

    PersonRepository(Session database, AgroalDataSource dataSource, ErasureMarks marks, ObjectMapper json) {
        this.database = database;
        this.dataSource = dataSource;
        this.marks = marks;
        this.json = json;
    }

    /**
     * Locks people, in one order everywhere.
     *
     * @return those who weren't erased, each with the consent version that took personalization back last; 0 when none did
     */
    public Map<String, Long> lock(Collection<String> pseudonyms) {
        Set<String> asked = new TreeSet<>(pseudonyms);
        asked.removeAll(erasedOf(asked));
        if (asked.isEmpty()) {
            return Map.of();
        }
        Map<String, Long> locked = database.createNativeQuery(LOCK, Tuple.class)
                .setParameter("pseudonyms", String.join(" ", asked))
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> row.get("pseudonym", String.class), row -> row.get("withdrawn_version", Long.class)));
        // Somebody may have been erased while this waited for the lock.
        Set<String> erased = erasedOf(asked);
        if (!erased.isEmpty()) {
            remove(erased);
            locked.keySet().removeAll(erased);
        }
        return locked;
    }

    /** A pseudonym has no blank: whoever asks has checked its form or that it has none. */
    private Set<String> erasedOf(Set<String> pseudonyms) {
        Map<String, String> byMark = new HashMap<>();
        pseudonyms.forEach(person -> marks.allOf(person).forEach(mark -> byMark.put(mark, person)));
        return byMark.isEmpty()
                ? Set.of()
                : database.createNativeQuery(FENCED, String.class)
                        .setParameter("marks", String.join(" ", byMark.keySet()))
                        .getResultStream()
                        .map(byMark::get)
                        .collect(Collectors.toSet());
    }

    private void remove(Set<String> pseudonyms) {
        database.createNativeMutationQuery(REMOVE)
                .setParameter("pseudonyms", String.join(" ", pseudonyms))
                .executeUpdate();
    }

    /** Locks one person; false when the person was erased. Who is erased has no row, so that a row that is there is enough. */
    public boolean lock(String pseudonym) {
        return !lockKnown(List.of(pseudonym)).isEmpty()
                || !lock(List.of(pseudonym)).isEmpty();
    }

    /** Locks those of them who have a row, in the same order; it makes none for the others. */
    public Set<String> lockKnown(Collection<String> pseudonyms) {
        return Sql.on(
                dataSource,
                "People could not be locked",
                connection -> Set.copyOf(Sql.query(
                        connection,
                        LOCK_KNOWN,
                        row -> row.getString("pseudonym"),
                        connection.createArrayOf("text", pseudonyms.toArray()))));
    }

    /** Locks people and writes only those of whom nothing was known; gives those who weren't erased. */
    public Set<String> lockAlive(Collection<String> pseudonyms) {
        Set<String> asked = new TreeSet<>(pseudonyms);
        Set<String> alive = new TreeSet<>(lockKnown(asked));
        asked.removeAll(alive);
        if (!asked.isEmpty()) {
            alive.addAll(lock(asked).keySet());
        }
        return alive;
    }

    /** Counts orders of people who are locked. */
    public void addPurchases(Map<String, Long> purchases) {
        database.createNativeMutationQuery(ADD)
                .setParameter("purchases", write(purchases))
                .executeUpdate();
    }

    /** Forgets the orders, and that of this consent version and earlier ones nothing may come in any more. */
    public void withdraw(String pseudonym, long version) {
        database.createNativeMutationQuery(WITHDRAW)
                .setParameter("pseudonym", pseudonym)
                .setParameter("version", version)
                .executeUpdate();
    }

    /** Removes a person for good, once whoever has locked the row has ended: its mark stays, and nothing is kept of the pseudonym. */
    public void fence(String pseudonym, Instant at) {
        lock(pseudonym);
        database.createNativeMutationQuery(FENCE)
                .setParameter("pseudonym", marks.of(pseudonym))
                .setParameter("at", at)
                .executeUpdate();
        remove(Set.of(pseudonym));
    }

    /** Orders of which this service heard. */
    public long purchases(String pseudonym) {
        return database.createNativeQuery("select purchases from person where pseudonym = :pseudonym", Long.class)
                .setParameter("pseudonym", pseudonym)
                .getResultStream()
                .findFirst()
                .orElse(0L);
    }

    private String write(Map<String, Long> purchases) {
        try {
            return json.writeValueAsString(purchases);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A map of numbers is always JSON", e);
        }
    }
}
