package dev.aisle.profile.models.jobs;

import dev.aisle.profile.analysis.domain.AnalysisRun.State;
import dev.aisle.profile.analysis.store.Sql;
import dev.aisle.profile.models.fitting.Checkpoint;
import dev.aisle.profile.models.fitting.JobKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs of jobs: of each kind at most one runs, in all instances. */
@ApplicationScoped
public class JobRepository {
    private static final String FIELDS = "id, kind, state, as_of, progress, resumed, finished_at, failure, result";
    private static final String BEGIN = """
            insert into job_run (id, kind, state, as_of, progress) values (?, ?, 'running', ?, 0) on conflict do nothing
            """;
    private static final String CHECKPOINT = """
            update job_run set cursor_at = ?, tally = ?, progress = greatest(progress, ?)
            where id = ? and state = 'running'
            """;
    private static final String PROGRESS = """
            update job_run set progress = greatest(progress, ?) where id = ? and state = 'running'
            returning cancel_requested
            """;
    private static final String END = """
            update job_run set state = ?, progress = ?, finished_at = now(), failure = ?, result = ?,
                               cursor_at = null, tally = null
            where id = ? and state = 'running'
            """;

    private final Sql sql;

    JobRepository(Sql sql) {
        this.sql = sql;
    }

    /** Enters a run unless one of the kind runs; whether it was entered. */
    @Transactional
    public boolean begin(UUID id, JobKind kind, Instant asOf) {
        return sql.update(BEGIN, id, kind.label(), Timestamp.from(asOf)) == 1;
    }

    /** Keeps from where the run can go on. */
    public void keep(UUID id, Checkpoint checkpoint, double progress) {
        sql.update(CHECKPOINT, checkpoint.cursor(), checkpoint.bytes(), progress, id);
    }

    /** From where a run can go on; empty when it must begin. */
    public Optional<Checkpoint> checkpoint(UUID id) {
        return sql
                .query(
                        "select cursor_at, tally from job_run where id = ? and cursor_at is not null",
                        row -> new Checkpoint(row.getString(1), row.getBytes(2)),
                        id)
                .stream()
                .findFirst();
    }

    /** Notes that somebody else goes on with it. */
    public void resumed(UUID id) {
        sql.update("update job_run set resumed = resumed + 1 where id = ?", id);
    }

    /** Says how far a run is; whether it goes on, which it doesn't when somebody cancelled it. */
    public boolean goesOn(UUID id, double progress) {
        return sql.query(PROGRESS, row -> !row.getBoolean(1), progress, id).equals(List.of(true));
    }

    /** Enters how a run ended; whether it was running. */
    public boolean end(UUID id, State state, double progress, @Nullable String failure, @Nullable String result) {
        return sql.update(END, state.label(), progress, failure, result, id) == 1;
    }

    /** Asks whoever does it to stop; whether it runs. */
    @Transactional
    public boolean requestCancellation(UUID id) {
        return sql.update("update job_run set cancel_requested = true where id = ? and state = 'running'", id) == 1;
    }

    /** The run of that id. */
    public Optional<JobRun> find(UUID id) {
        return sql.query("select " + FIELDS + " from job_run where id = ?", JobRepository::run, id).stream()
                .findFirst();
    }

    /** The run of a kind that goes on. */
    public Optional<JobRun> running(JobKind kind) {
        return sql
                .query(
                        "select " + FIELDS + " from job_run where kind = ? and state = 'running'",
                        JobRepository::run,
                        kind.label())
                .stream()
                .findFirst();
    }

    /** The latest runs, the latest first; of one kind when one is given. */
    public List<JobRun> latest(@Nullable JobKind kind, int limit) {
        String label = kind == null ? "%" : kind.label();
        return sql.query(
                "select " + FIELDS + " from job_run where kind like ? order by as_of desc, id limit ?",
                JobRepository::run,
                label,
                limit);
    }

    private static JobRun run(ResultSet row) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        return new JobRun(
                row.getObject("id", UUID.class),
                JobKind.of(row.getString("kind")).orElseThrow(),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getTimestamp("as_of").toInstant(),
                row.getDouble("progress"),
                row.getInt("resumed"),
                finished == null ? null : finished.toInstant(),
                row.getString("failure"),
                row.getString("result"));
    }
}
