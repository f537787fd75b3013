package dev.aisle.campaign.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.hibernate.Session;

/** The products that a person saw or bought last. */
@ApplicationScoped
public class ItemRepository {
    private static final String PUT = """
            insert into person_item (pseudonym, product_id, bought, last_at)
            select pseudonym, product_id, bought, last_at from jsonb_to_recordset(cast(:rows as jsonb))
                as given (pseudonym text, product_id text, bought boolean, last_at timestamptz)
            on conflict (pseudonym, product_id) do update set
                bought = person_item.bought or excluded.bought,
                last_at = greatest(person_item.last_at, excluded.last_at)
            """;
    private static final String TRIM = """
            delete from person_item using (
                select pseudonym, product_id,
                    row_number() over (partition by pseudonym order by last_at desc, product_id) as place
                from person_item where pseudonym in (:people)) as ranked
            where place > :keep
                and person_item.pseudonym = ranked.pseudonym and person_item.product_id = ranked.product_id
            """;
    private static final String RECENT = """
            select product_id from person_item where pseudonym = :pseudonym and last_at > :after
            order by last_at desc, product_id
            """;

    private final Session database;
    private final ObjectMapper json;

    ItemRepository(Session database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Columns of a row, as the statement names them. */
    private record Row(String pseudonym, String product_id, boolean bought, String last_at) {
        static Row of(Trace trace) {
            return new Row(
                    trace.pseudonym(),
                    trace.productId(),
                    trace.bought(),
                    trace.at().toString());
        }
    }

    /** Adds traces (one a person and product) and keeps the latest products of each person. */
    public void put(Collection<Trace> traces, int keep) {
        if (traces.isEmpty()) {
            return;
        }
        database.createNativeMutationQuery(PUT)
                .setParameter("rows", write(traces))
                .executeUpdate();
        List<String> people = traces.stream().map(Trace::pseudonym).distinct().toList();
        database.createNativeMutationQuery(TRIM)
                .setParameter("people", people)
                .setParameter("keep", keep)
                .executeUpdate();
    }

    /** Products seen or bought after a moment, the latest first. */
    public List<String> recent(String pseudonym, Instant after) {
        return database.createNativeQuery(RECENT, String.class)
                .setParameter("pseudonym", pseudonym)
                .setParameter("after", after)
                .getResultList();
    }

    private String write(Collection<Trace> traces) {
        try {
            return json.writeValueAsString(traces.stream().map(Row::of).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Rows of texts are always JSON", e);
        }
    }
}
