package dev.aisle.profile.segments.members;

import dev.aisle.profile.segments.store.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** When people must be looked at again. */
@ApplicationScoped
public class DueRepository {
    private final Statements statements;

    DueRepository(Statements statements) {
        this.statements = statements;
    }

    /**
     * Takes people who are due and puts them off: nobody else takes them meanwhile, and when their taker dies they are due again.
     *
     * @param most of them
     */
    public List<String> take(Instant now, Duration putOff, int most) {
        return statements.query("""
                update segment_due set due_at = ? where pseudonym in (
                    select pseudonym from segment_due where due_at <= ? order by due_at limit ? for update skip locked)
                returning pseudonym
                """, row -> row.getString(1), now.plus(putOff), now, most);
    }

    /** Sets moments; {@link Instant#MAX} is never. */
    public void set(Map<String, Instant> moments) {
        Map<String, Instant> ahead = new TreeMap<>();
        TreeSet<String> never = new TreeSet<>();
        moments.forEach((pseudonym, moment) -> {
            if (moment.equals(Instant.MAX)) {
                never.add(pseudonym);
            } else {
                ahead.put(pseudonym, moment);
            }
        });
        if (!ahead.isEmpty()) {
            statements.update("""
                    insert into segment_due (pseudonym, due_at)
                    select * from unnest(?::text[], ?::timestamptz[])
                    on conflict (pseudonym) do update set due_at = excluded.due_at
                    where segment_due.due_at <> excluded.due_at
                    """, List.copyOf(ahead.keySet()), List.copyOf(ahead.values()));
        }
        remove(never);
    }

    /** Forgets those of them of whom nothing is known. */
    public void removeOfUnknown(Collection<String> pseudonyms) {
        statements.update("""
                delete from segment_due d where pseudonym = any(?)
                and not exists (select from person p where p.pseudonym = d.pseudonym)
                """, pseudonyms);
    }

    /** Forgets people. */
    public void remove(Collection<String> pseudonyms) {
        if (!pseudonyms.isEmpty()) {
            statements.update("delete from segment_due where pseudonym = any(?)", pseudonyms);
        }
    }
}
