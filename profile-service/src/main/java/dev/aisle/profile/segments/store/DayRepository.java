package dev.aisle.profile.segments.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/** How many entered and left a segment on each day. */
@ApplicationScoped
public class DayRepository {
    private final Statements statements;

    DayRepository(Statements statements) {
        this.statements = statements;
    }

    /** How many of a segment on a day (UTC). */
    public record Day(LocalDate day, long entered, long left) {}

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

    /** The days on which something changed, from the first on. */
    public List<Day> of(String segment) {
        return statements.query(
                "select day, entered, left_it from segment_day where segment_id = ? order by day",
                row -> new Day(row.getObject(1, LocalDate.class), row.getLong(2), row.getLong(3)),
                segment);
    }
}
