package dev.aisle.campaign.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Everybody in the order of their pseudonyms, page by page, so that memory stays as it is. */
@ApplicationScoped
public class WalkRepository {
    private static final String PAGE = """
            select p.pseudonym, p.purchases,
                (select string_agg(s.segment_id || '=' || s.member, ' ') from segment_member s
                    where s.pseudonym = p.pseudonym),
                (select i.product_id from person_item i where i.pseudonym = p.pseudonym and i.last_at > :recent
                    order by i.last_at desc limit 1)
            from person p where p.pseudonym > :after and p.erased_at is null
            order by p.pseudonym limit :most
            """;

    private final Session database;

    WalkRepository(Session database) {
        this.database = database;
    }

    /** Somebody, with the product that was seen or bought last. */
    public record Walked(String pseudonym, Person person) {}

    /** Those who come after a pseudonym. */
    public List<Walked> page(String after, int most, Instant recent) {
        return database.createNativeQuery(PAGE, Tuple.class)
                .setParameter("after", after)
                .setParameter("most", most)
                .setParameter("recent", recent)
                .getResultStream()
                .map(WalkRepository::walked)
                .toList();
    }

    private static Walked walked(Tuple row) {
        String product = row.get(3, String.class);
        return new Walked(
                row.get(0, String.class),
                new Person(
                        segments(row.get(2, String.class)),
                        row.get(1, Long.class),
                        product == null ? List.of() : List.of(product)));
    }

    private static Map<String, Boolean> segments(@Nullable String joined) {
        Map<String, Boolean> all = new HashMap<>();
        if (joined != null) {
            for (String one : joined.split(" ", -1)) {
                int equals = one.lastIndexOf('=');
                all.put(one.substring(0, equals), one.substring(equals + 1).equals("true"));
            }
        }
        return all;
    }
}
