package dev.aisle.profile.models.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.profile.analysis.store.Sql;
import dev.aisle.profile.models.domain.Model;
import dev.aisle.profile.models.domain.ModelKind;
import dev.aisle.profile.models.domain.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Models, of each kind every version. */
@ApplicationScoped
public class ModelRepository {
    private static final String ADD = """
            insert into model (kind, version, fitted_at, people, parameters, job)
            select ?, coalesce(max(version), 0) + 1, ?, ?, ?, ? from model where kind = ?
            returning version
            """;
    private static final String LATEST = "select * from model where kind = ? order by version desc limit ?";
    private static final String NEWEST = """
            select distinct on (kind) * from model order by kind, version desc
            """;

    private final Sql sql;
    private final ObjectMapper json;

    ModelRepository(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Adds a model; its version. */
    public long add(ModelKind kind, Instant fittedAt, long people, Parameters parameters, UUID job) {
        return sql.query(
                        ADD,
                        row -> row.getLong(1),
                        kind.label(),
                        Timestamp.from(fittedAt),
                        people,
                        write(parameters),
                        job,
                        kind.label())
                .getFirst();
    }

    /** The newest of each kind. */
    public List<Model> newest() {
        return sql.query(NEWEST, this::model);
    }

    /** The newest versions of a kind, the newest first. */
    public List<Model> latest(ModelKind kind, int limit) {
        return sql.query(LATEST, this::model, kind.label(), limit);
    }

    /** A version of a kind. */
    public Optional<Model> find(ModelKind kind, long version) {
        return sql
                .query("select * from model where kind = ? and version = ?", this::model, kind.label(), version)
                .stream()
                .findFirst();
    }

    private Model model(ResultSet row) throws SQLException {
        ModelKind kind = ModelKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
        return new Model(
                kind,
                row.getLong("version"),
                row.getTimestamp("fitted_at").toInstant(),
                row.getLong("people"),
                read(kind, row.getString("parameters")));
    }

    private String write(Parameters parameters) {
        try {
            return json.writeValueAsString(parameters);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Parameters can always be written", e);
        }
    }

    private Parameters read(ModelKind kind, String text) {
        try {
            return json.readValue(text, kind.parameters());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The table has parameters that this version doesn't know", e);
        }
    }
}
