package dev.aisle.profile.analysis.store;

import dev.aisle.profile.analysis.domain.AnalysisRun;
import dev.aisle.profile.analysis.domain.AnalysisRun.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Analyses: at most one runs for a question, in all instances. */
@ApplicationScoped
public class AnalysisRepository {
    private static final String ABANDON = """
            update analysis set state = 'failed', finished_at = now(), failure = 'The instance that did it is gone; ask again'
            where state = 'running' and heartbeat_at < now() - interval '30 seconds'
            """;
    private static final String BEGIN = """
            insert into analysis (id, kind, question, state, progress, asked_at, heartbeat_at)
            values (?, ?, ?, 'running', 0, now(), now()) on conflict do nothing
            """;
    private static final String HEARTBEAT = """
            update analysis set progress = greatest(progress, ?), heartbeat_at = now() where id = ? and state = 'running'
            returning cancel_requested
            """;
    private static final String END = """
            update analysis set state = ?, progress = ?, finished_at = now(), failure = ?, result = ?
            where id = ? and state = 'running'
            """;
    private static final String ANSWERED = """
            select * from analysis where question = ? and state = 'done' and asked_at > ? order by asked_at desc limit 1
            """;

    private final Sql sql;

    AnalysisRepository(Sql sql) {
        this.sql = sql;
    }

    /** Enters an analysis unless one runs for the question; whether it was entered. */
    public boolean begin(UUID id, String kind, String question) {
        sql.update(ABANDON);
        return sql.update(BEGIN, id, kind, question) == 1;
    }

    /** Says how far it is; whether it goes on, which it doesn't when somebody cancelled it. */
    public boolean goesOn(UUID id, double progress) {
        return sql.query(HEARTBEAT, row -> !row.getBoolean(1), progress, id).equals(List.of(true));
    }

    /** Says that it isn't left. */
    public void beat(UUID id) {
        sql.update("update analysis set heartbeat_at = now() where id = ? and state = 'running'", id);
    }

    /** Enters how it ended. */
    public void end(UUID id, State state, double progress, @Nullable String failure, @Nullable String result) {
        sql.update(END, state.label(), progress, failure, result, id);
    }

    /** Asks whoever does it to stop; whether it runs. */
    public boolean requestCancellation(UUID id) {
        return sql.update("update analysis set cancel_requested = true where id = ? and state = 'running'", id) == 1;
    }

    /** The analysis of that id. */
    public Optional<AnalysisRun> find(UUID id) {
        return sql.query("select * from analysis where id = ?", AnalysisRepository::run, id).stream()
                .findFirst();
    }

    /** The latest answer to a question that was asked after a moment. */
    public Optional<AnalysisRun> answered(String question, Instant after) {
        return sql.query(ANSWERED, AnalysisRepository::run, question, Timestamp.from(after)).stream()
                .findFirst();
    }

    /** The analysis that runs for a question. */
    public Optional<AnalysisRun> running(String question) {
        return sql
                .query(
                        "select * from analysis where question = ? and state = 'running'",
                        AnalysisRepository::run,
                        question)
                .stream()
                .findFirst();
    }

    /** Forgets what was asked before a moment. */
    public int forget(Instant before) {
        return sql.update("delete from analysis where asked_at < ? and state <> 'running'", Timestamp.from(before));
    }

    private static AnalysisRun run(ResultSet row) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        return new AnalysisRun(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getDouble("progress"),
                row.getTimestamp("asked_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getString("failure"),
                row.getString("result"));
    }
}
