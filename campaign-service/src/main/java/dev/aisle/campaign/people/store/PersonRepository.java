package dev.aisle.campaign.people.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;

/**
 * A row a person, which is also the lock: whoever locks it is alone with everything of that person until the end of the
 * transaction. The row of an erased person stays, so that nothing in flight brings the person back.
 */
@ApplicationScoped
public class PersonRepository {
    private static final String LOCK = """
            insert into person (pseudonym, purchases)
            select key, cast(value as bigint) from jsonb_each_text(cast(:purchases as jsonb)) order by key
            on conflict (pseudonym) do update set purchases =
                case when person.erased_at is null then person.purchases + excluded.purchases else 0 end
            returning case when erased_at is null then pseudonym end
            """;
    private static final String FENCE = """
            insert into person (pseudonym, purchases, erased_at) values (:pseudonym, 0, :at)
            on conflict (pseudonym) do update set purchases = 0, erased_at = coalesce(person.erased_at, excluded.erased_at)
            """;

    private final Session database;
    private final ObjectMapper json;

    PersonRepository(Session database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Locks people, in one order everywhere, and adds purchases; answers those who weren't erased. */
    public Set<String> lock(Map<String, Long> purchasesToAdd) {
        if (purchasesToAdd.isEmpty()) {
            return Set.of();
        }
        List<String> alive = database.createNativeQuery(LOCK, String.class)
                .setParameter("purchases", write(purchasesToAdd))
                .getResultList();
        return alive.stream().filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** Locks one person; false when the person was erased. */
    public boolean lock(String pseudonym) {
        return !lock(Map.of(pseudonym, 0L)).isEmpty();
    }

    /** Locks a person for good: nothing is kept of the pseudonym from now on. */
    public void fence(String pseudonym, Instant at) {
        database.createNativeMutationQuery(FENCE)
                .setParameter("pseudonym", pseudonym)
                .setParameter("at", at)
                .executeUpdate();
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
