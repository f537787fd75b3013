package dev.aisle.profile.segments.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** The size of a segment that was shown last on each day (UTC). */
@ApplicationScoped
public class DayRepository {
    private final Statements statements;

    DayRepository(Statements statements) {
        this.statements = statements;
    }

    /** Notes the size that was shown on a day. */
    public void tell(String segment, LocalDate day, long size) {
        statements.update("""
                insert into segment_day (segment_id, day, told) values (?, ?::date, ?)
                on conflict (segment_id, day) do update set told = excluded.told
                """, segment, day.toString(), size);
    }

    /** The sizes of the days on which one was shown. */
    public Map<LocalDate, Long> of(String segment) {
        Map<LocalDate, Long> sizes = new HashMap<>();
        statements
                .query(
                        "select day, told from segment_day where segment_id = ? and told is not null",
                        row -> Map.entry(row.getObject(1, LocalDate.class), row.getLong(2)),
                        segment)
                .forEach(day -> sizes.put(day.getKey(), day.getValue()));
        return sizes;
    }
}
