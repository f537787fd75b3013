package dev.aisle.profile.segments.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** How many entered and left a segment on each day. */
@ApplicationScoped
public class DayRepository {
    private final Statements statements;

    DayRepository(Statements statements) {
        this.statements = statements;
    }

    /**
     * How many of a segment on a day (UTC).
     *
     * @param told the size that was told last on that day; null when none was
     */
    public record Day(
            LocalDate day,
            long entered,
            long left,
            @Nullable Long told) {}

    /** Who entered and left at once. */
    public record Moves(long entered, long left) {
        /** Together with another one. */
        public Moves and(Moves other) {
            return new Moves(entered + other.entered, left + other.left);
        }
    }

    /** Adds moves, in the order of the segments, as everybody does. */
    public void add(LocalDate day, SortedMap<String, Moves> moves) {
        if (moves.isEmpty()) {
            return;
        }
        statements.update(
                """
                insert into segment_day (segment_id, day, entered, left_it)
                select segment_id, ?::date, entered, left_it
                from unnest(?::text[], ?::bigint[], ?::bigint[]) as moves (segment_id, entered, left_it)
                on conflict (segment_id, day) do update set entered = segment_day.entered + excluded.entered,
                    left_it = segment_day.left_it + excluded.left_it
                """,
                day.toString(),
                List.copyOf(moves.keySet()),
                moves.values().stream().map(Moves::entered).toList(),
                moves.values().stream().map(Moves::left).toList());
    }

    /** Notes the size that was told on a day. */
    public void tell(String segment, LocalDate day, long size) {
        statements.update("""
                insert into segment_day (segment_id, day, entered, left_it, told) values (?, ?::date, 0, 0, ?)
                on conflict (segment_id, day) do update set told = excluded.told
                """, segment, day.toString(), size);
    }

    /** The days on which something changed or was told, from the first on. */
    public List<Day> of(String segment) {
        return statements.query(
                "select day, entered, left_it, told from segment_day where segment_id = ? order by day",
                row -> new Day(
                        row.getObject(1, LocalDate.class),
                        row.getLong(2),
                        row.getLong(3),
                        row.getObject(4, Long.class)),
                segment);
    }
}
