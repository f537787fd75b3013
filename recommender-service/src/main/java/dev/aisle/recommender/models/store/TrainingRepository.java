package dev.aisle.recommender.models.store;

import dev.aisle.platform.audit.AuditTrail;
import dev.aisle.platform.storage.Database;
import dev.aisle.recommender.models.domain.Training;
import dev.aisle.recommender.models.domain.Training.Status;
import dev.aisle.recommender.models.domain.TrainingOrder;
import dev.aisle.recommender.models.domain.TrainingResult;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The table of trainings, through which the instances agree that one runs at a time. */
@Singleton
public class TrainingRepository {
    private static final String ABANDON = """
        update training set status = 'failed', finished_at = now(), failure = 'The instance that ran it is gone.'
        where status = 'running' and heartbeat_at < now() - interval '30 seconds'
        """;
    private static final String BEGIN = """
        insert into training (id, status, stage, progress, last_interaction, started_by, forced)
        values (?, 'running', 'waiting', 0, ?, ?, ?)
        on conflict do nothing
        """;
    private static final String HEARTBEAT = """
        update training set stage = ?, progress = ?, heartbeat_at = now() where id = ? and status = 'running'
        returning cancel_requested
        """;
    private static final String END = """
        update training set status = ?, stage = ?, progress = ?, finished_at = now(), model_version = ?, failure = ?,
                            result = ?::jsonb
        where id = ? and status = 'running'
        """;

    private final Database database;
    private final StoredJson json;
    private final AuditTrail auditTrail;

    TrainingRepository(Database database, StoredJson json, AuditTrail auditTrail) {
        this.database = database;
        this.json = json;
        this.auditTrail = auditTrail;
    }

    /** Enters a training unless one runs; whether it was entered. */
    @Transactional
    public boolean begin(UUID id, long lastInteraction, TrainingOrder order) {
        auditTrail.about("training", id.toString());
        database.update(ABANDON, statement -> {});
        return database.update(BEGIN, statement -> {
                    statement.setObject(1, id);
                    statement.setLong(2, lastInteraction);
                    statement.setString(3, order.by());
                    statement.setString(4, order.forced());
                })
                == 1;
    }

    /** Says how far the training is; whether it goes on, which it doesn't when somebody cancelled it. */
    public boolean goesOn(UUID id, String stage, double progress) {
        return database.query(
                        HEARTBEAT,
                        statement -> {
                            statement.setString(1, stage);
                            statement.setDouble(2, progress);
                            statement.setObject(3, id);
                        },
                        row -> !row.getBoolean(1))
                .equals(List.of(true));
    }

    /** Enters how the training ended. */
    public void end(Training training) {
        database.update(END, statement -> {
            statement.setString(1, training.status().label());
            statement.setString(2, training.stage());
            statement.setDouble(3, training.progress());
            statement.setString(4, training.modelVersion());
            statement.setString(5, training.failure());
            statement.setString(6, json.write(training.result()));
            statement.setObject(7, training.id());
        });
    }

    /** Asks the instance that runs it to cancel the training; whether it runs. */
    @Transactional
    public boolean requestCancellation(UUID id) {
        return database.update(
                        "update training set cancel_requested = true where id = ? and status = 'running'",
                        statement -> statement.setObject(1, id))
                == 1;
    }

    /** The training of that id. */
    public Optional<Training> find(UUID id) {
        return database
                .query("select * from training where id = ?", statement -> statement.setObject(1, id), this::read)
                .stream()
                .findFirst();
    }

    /** The training that runs. */
    public Optional<Training> running() {
        return database.query("select * from training where status = 'running'", statement -> {}, this::read).stream()
                .findFirst();
    }

    /** The training that began last and wasn't cancelled. */
    public Optional<Training> latest() {
        return database
                .query(
                        "select * from training where status <> 'cancelled' order by started_at desc limit 1",
                        statement -> {},
                        this::read)
                .stream()
                .findFirst();
    }

    /** The last training that made a model. */
    public Optional<Training> latestCompleted() {
        return database
                .query(
                        "select * from training where status = 'completed' order by started_at desc limit 1",
                        statement -> {},
                        this::read)
                .stream()
                .findFirst();
    }

    /** The latest trainings, the newest first. */
    public List<Training> recent(int most) {
        return database.query(
                "select * from training order by started_at desc limit ?",
                statement -> statement.setInt(1, most),
                this::read);
    }

    /** Whether somebody was erased since the training began. */
    public boolean erasedSince(Training training) {
        return database.query(
                        "select exists (select from erased_person where erased_at >= ?)",
                        statement -> statement.setTimestamp(1, Timestamp.from(training.startedAt())),
                        row -> row.getBoolean(1))
                .getFirst();
    }

    private Training read(ResultSet row) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        return new Training(
                row.getObject("id", UUID.class),
                Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getString("stage"),
                row.getDouble("progress"),
                row.getTimestamp("started_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getLong("last_interaction"),
                row.getString("model_version"),
                row.getString("failure"),
                row.getString("started_by"),
                row.getString("forced"),
                json.read(row.getString("result"), TrainingResult.class));
    }
}
