package dev.aisle.campaign.experiments.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.campaign.experiments.domain.Deed;
import dev.aisle.campaign.experiments.domain.ExperimentReader;
import dev.aisle.campaign.experiments.domain.Life;
import dev.aisle.campaign.experiments.domain.Life.State;
import dev.aisle.campaign.experiments.domain.Phase;
import dev.aisle.campaign.shared.Sql;
import dev.aisle.campaign.shared.Transactions.Work;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Experiments, their phases, and who did what. Works in the transaction of the caller, if there is one. */
@Singleton
public class ExperimentRepository {
    private static final String LIFE =
            "select id, state, revision, definition, made_at, learnt, kept, concluded_at from experiment ";
    private static final String PHASE =
            "select p.experiment_id, p.phase, p.definition, p.seed, p.started_at, p.ended_at from experiment_phase p ";
    private static final String PUT = """
            insert into experiment (id, state, revision, definition, made_at, learnt, kept, concluded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set state = excluded.state, revision = excluded.revision,
                definition = excluded.definition, learnt = excluded.learnt, kept = excluded.kept,
                concluded_at = excluded.concluded_at
            """;

    private final AgroalDataSource dataSource;
    private final ObjectMapper json;

    ExperimentRepository(AgroalDataSource dataSource, ObjectMapper json) {
        this.dataSource = dataSource;
        this.json = json;
    }

    /** Counts every change of experiments and flags. One row, so that asking it costs next to nothing. */
    public long stamp() {
        return call(connection -> Sql.query(
                        connection, "select changes from experiment_stamp", row -> row.getLong("changes"))
                .getFirst());
    }

    /** Makes whoever changes experiments or flags do so one after the other, and says that something changes. */
    public void lockAll() {
        call(connection -> Sql.update(connection, "update experiment_stamp set changes = changes + 1"));
    }

    /** Every experiment, the newest first. */
    public List<Life> all() {
        return call(connection -> Sql.query(connection, LIFE + "order by made_at desc, id", this::life));
    }

    /** One experiment. */
    public Optional<Life> one(String id) {
        return call(connection -> Sql.query(connection, LIFE + "where id = ?", this::life, id).stream()
                .findFirst());
    }

    /** Writes where an experiment stands. */
    public void put(Life life) {
        call(connection -> Sql.update(
                connection,
                PUT,
                life.id(),
                life.state().code(),
                life.revision(),
                write(life.definition()),
                life.madeAt(),
                life.learnt(),
                life.kept(),
                life.concludedAt()));
    }

    /** All phases of an experiment, the first one first. */
    public List<Phase> phases(String id) {
        return call(connection ->
                Sql.query(connection, PHASE + "where p.experiment_id = ? order by p.phase", this::phase, id));
    }

    /** The phases that run, by experiment. */
    public List<Phase> running() {
        return call(connection -> Sql.query(
                connection,
                PHASE + "join experiment e on e.id = p.experiment_id"
                        + " where e.state = 'running' and p.ended_at is null order by p.experiment_id",
                this::phase));
    }

    /** Begins a phase. */
    public void begin(Phase phase, JsonNode definition) {
        call(connection -> Sql.update(
                connection,
                "insert into experiment_phase (experiment_id, phase, definition, seed, started_at) values (?, ?, ?, ?, ?)",
                phase.experiment().id(),
                phase.number(),
                write(definition),
                phase.seed(),
                phase.startedAt()));
    }

    /** Ends whatever phase runs. */
    public void end(String id, Instant at) {
        call(connection -> Sql.update(
                connection,
                "update experiment_phase set ended_at = ? where experiment_id = ? and ended_at is null",
                at,
                id));
    }

    /** Writes a running phase again; only its coverage and its words may differ. */
    public void rewrite(String id, int phase, JsonNode definition) {
        call(connection -> Sql.update(
                connection,
                "update experiment_phase set definition = ? where experiment_id = ? and phase = ?",
                write(definition),
                id,
                phase));
    }

    /** Notes what was done. */
    public void note(String id, Deed deed) {
        call(connection -> Sql.update(
                connection,
                "insert into experiment_deed (experiment_id, phase, deed, actor, at, note) values (?, ?, ?, ?, ?, ?)",
                id,
                deed.phase(),
                deed.deed(),
                deed.actor(),
                deed.at(),
                deed.note()));
    }

    /** What was done with an experiment, the latest first. */
    public List<Deed> deeds(String id) {
        return call(connection -> Sql.query(
                connection,
                "select phase, deed, actor, at, note from experiment_deed where experiment_id = ? order by number desc",
                row -> new Deed(
                        row.getInt("phase"),
                        row.getString("deed"),
                        row.getString("actor"),
                        instant(row, "at"),
                        row.getString("note")),
                id));
    }

    private Life life(ResultSet row) throws SQLException {
        return new Life(
                row.getString("id"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getLong("revision"),
                read(row.getString("definition")),
                instant(row, "made_at"),
                row.getString("learnt"),
                row.getString("kept"),
                Sql.instant(row, "concluded_at"));
    }

    private Phase phase(ResultSet row) throws SQLException {
        return new Phase(
                ExperimentReader.stored(row.getString("experiment_id"), read(row.getString("definition"))),
                row.getInt("phase"),
                row.getString("seed"),
                instant(row, "started_at"),
                Sql.instant(row, "ended_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(Sql.instant(row, column), column);
    }

    private String write(JsonNode definition) {
        try {
            return json.writeValueAsString(definition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree is always JSON", e);
        }
    }

    private JsonNode read(String definition) {
        try {
            return json.readTree(definition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored definition is not JSON", e);
        }
    }

    private <T> T call(Work<T> work) {
        return Sql.on(dataSource, "Experiments could not be read or written", work);
    }
}
