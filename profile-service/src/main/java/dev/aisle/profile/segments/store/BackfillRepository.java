package dev.aisle.profile.segments.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at all people after a change of a rule. One runs at a time. */
@ApplicationScoped
public class BackfillRepository {
    private static final long LOCK = 0x7365676d656eL;

    private final Statements statements;

    BackfillRepository(Statements statements) {
        this.statements = statements;
    }

    /** Where one stands. */
    public enum State {
        QUEUED,
        RUNNING,
        DONE
    }

    /**
     * One of them.
     *
     * @param checkpoint the last pseudonym that was looked at
     */
    public record Backfill(
            long id,
            String segment,
            int version,
            State state,
            String checkpoint,
            Instant askedAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt) {}

    /** Asks for one; it also does for what was asked before and has not begun. */
    public void ask(String segment, int version, Instant now) {
        statements.update("""
                insert into segment_backfill (segment_id, version, state, checkpoint, seen, people, asked_at)
                values (?, ?, 'queued', '', 0, 0, ?)
                """, segment, version, now);
    }

    /** Whether this transaction is the one that goes on with them. */
    public boolean lock() {
        return statements
                .query("select pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), LOCK)
                .getFirst();
    }

    /** The one that runs, else the one that was asked for first. */
    public Optional<Backfill> next() {
        return statements.query("""
                        select * from segment_backfill where state in ('queued', 'running')
                        order by (state = 'running') desc, id limit 1
                        """, BackfillRepository::backfill).stream().findFirst();
    }

    /** Begins with all that wait: one look at everybody is enough for them. */
    public void begin(Instant now) {
        statements.update("""
                update segment_backfill set state = 'running', started_at = ?, checkpoint = '' where state = 'queued'
                """, now);
    }

    /** Notes how far all that run have come. */
    public void advance(String checkpoint) {
        statements.update("update segment_backfill set checkpoint = ? where state = 'running'", checkpoint);
    }

    /** Ends all that run. */
    public void end(Instant now) {
        statements.update(
                "update segment_backfill set state = 'done', checkpoint = '', ended_at = ? where state = 'running'",
                now);
    }

    /** The newest one of a segment. */
    public Optional<Backfill> latest(String segment) {
        return statements
                .query(
                        "select * from segment_backfill where segment_id = ? order by id desc limit 1",
                        BackfillRepository::backfill,
                        segment)
                .stream()
                .findFirst();
    }

    private static Backfill backfill(ResultSet row) throws SQLException {
        return new Backfill(
                row.getLong("id"),
                row.getString("segment_id"),
                row.getInt("version"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("checkpoint"),
                Statements.instant(row, "asked_at"),
                Statements.instantOrNull(row, "started_at"),
                Statements.instantOrNull(row, "ended_at"));
    }
}
