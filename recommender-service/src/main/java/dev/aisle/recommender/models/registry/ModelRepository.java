package dev.aisle.recommender.models.registry;

import dev.aisle.platform.storage.Database;
import dev.aisle.recommender.catalog.shared.Checksum;
import dev.aisle.recommender.models.gate.GateResult;
import dev.aisle.recommender.models.store.StoredJson;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The registry of models and the history of each. Who changes it holds its lock until the end of the transaction. */
@Singleton
public class ModelRepository {
    private static final long LOCK = 0x6d6f64656c73L;
    private static final String INSERT = """
        insert into model (version, state, sha256, trained_at, last_interaction, lineage, gate, erased_since)
        values (?, 'candidate', ?, ?, ?, ?::jsonb, ?::jsonb, (select min(erased_at) from erased_person where erased_at >= ?))
        """;
    private static final String MOVE =
            "update model set state = ?, percent = ?, changed_at = now() where version = ? and state = ?";
    private static final String NOTE = """
        insert into model_change (version, from_state, to_state, percent, cause, changed_by, reason) values (?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String MARK_PERSON = """
        update model set erased_since = now()
        where erased_since is null
          and last_interaction >= (select min(id) from interaction where pseudonym = ? and for_training)
        """;
    private static final String SERVED_BEFORE = """
        select model.* from model
        join (select version, max(id) as latest from model_change where to_state = 'serving' group by version) served using (version)
        where state <> 'serving'
        order by latest desc
        limit ?
        """;

    private final Database database;
    private final StoredJson json;

    ModelRepository(Database database, StoredJson json) {
        this.database = database;
        this.json = json;
    }

    /** Waits until nobody else changes the registry. */
    public void lock() {
        database.query("select pg_advisory_xact_lock(?)", statement -> statement.setLong(1, LOCK), row -> true);
    }

    /** The database's clock. */
    public Instant now() {
        return database.query("select clock_timestamp()", statement -> {}, row -> instant(row, "clock_timestamp"))
                .getFirst();
    }

    /** When the newest model was trained; 1970 without any. */
    public Instant newestTrainedAt() {
        return database.query(
                        "select coalesce(max(trained_at), 'epoch') as newest from model",
                        statement -> {},
                        row -> instant(row, "newest"))
                .getFirst();
    }

    /** Enters a candidate; whoever was erased since the data were read counts as learned from. */
    public void insert(String version, Checksum checksum, Lineage lineage, GateResult gate) {
        database.update(INSERT, statement -> {
            statement.setString(1, version);
            statement.setString(2, checksum.sha256());
            statement.setTimestamp(3, Timestamp.from(lineage.trainedAt()));
            statement.setLong(4, lineage.lastInteraction());
            statement.setString(5, json.write(lineage));
            statement.setString(6, json.write(gate));
            statement.setTimestamp(7, Timestamp.from(lineage.readAt()));
        });
    }

    /** Moves a model; whether it was in the state that the step begins with. */
    public boolean move(Step step) {
        return database.update(MOVE, statement -> {
                    statement.setString(1, step.to().label());
                    statement.setInt(2, step.percent());
                    statement.setString(3, step.version());
                    statement.setString(4, step.from().label());
                })
                == 1;
    }

    /** Writes a line of history; its time is that of the database. */
    public void note(ModelChange change) {
        ModelState from = change.from();
        database.update(NOTE, statement -> {
            statement.setString(1, change.version());
            statement.setString(2, from == null ? null : from.label());
            statement.setString(3, change.to().label());
            statement.setInt(4, change.percent());
            statement.setString(5, change.cause().label());
            statement.setString(6, change.by());
            statement.setString(7, change.reason());
        });
    }

    /** All models, the newest first. */
    public List<RegisteredModel> all() {
        return database.query("select * from model order by version desc", statement -> {}, this::read);
    }

    /** The model of a version. */
    public Optional<RegisteredModel> find(String version) {
        return database
                .query(
                        "select * from model where version = ?",
                        statement -> statement.setString(1, version),
                        this::read)
                .stream()
                .findFirst();
    }

    /** Those that are asked. */
    public List<RegisteredModel> asked() {
        return database.query(
                "select * from model where state in ('serving', 'canary', 'shadow')", statement -> {}, this::read);
    }

    /** The model that serves. */
    public Optional<RegisteredModel> serving() {
        return database.query("select * from model where state = 'serving'", statement -> {}, this::read).stream()
                .findFirst();
    }

    /** Those that have served and don't now, the latest first. */
    public List<RegisteredModel> servedBefore(int limit) {
        return database.query(SERVED_BEFORE, statement -> statement.setInt(1, limit), this::read);
    }

    /** The history of a model, the latest change first. */
    public List<ModelChange> historyOf(String version) {
        return database.query(
                "select * from model_change where version = ? order by id desc",
                statement -> statement.setString(1, version),
                ModelRepository::readChange);
    }

    /** Marks the models that may have learned from a person who is about to be erased. */
    public int markLearnedFrom(String pseudonym) {
        return database.update(MARK_PERSON, statement -> statement.setString(1, pseudonym));
    }

    /** Marks all models: erased people had come back with a backup. */
    public int markAll() {
        return database.update("update model set erased_since = now() where erased_since is null", statement -> {});
    }

    private RegisteredModel read(ResultSet row) throws SQLException {
        Timestamp erased = row.getTimestamp("erased_since");
        return new RegisteredModel(
                row.getString("version"),
                state(row.getString("state")),
                row.getInt("percent"),
                instant(row, "changed_at"),
                json.required(row.getString("lineage"), Lineage.class),
                json.read(row.getString("gate"), GateResult.class),
                erased == null ? null : erased.toInstant());
    }

    private static ModelChange readChange(ResultSet row) throws SQLException {
        String from = row.getString("from_state");
        return new ModelChange(
                row.getString("version"),
                from == null ? null : state(from),
                state(row.getString("to_state")),
                row.getInt("percent"),
                ModelChange.Cause.valueOf(row.getString("cause").toUpperCase(Locale.ROOT)),
                row.getString("changed_by"),
                row.getString("reason"),
                instant(row, "changed_at"));
    }

    private static ModelState state(String label) {
        return ModelState.of(label).orElseThrow(() -> new IllegalStateException("No state is called " + label));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
