package dev.aisle.profile.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.profile.analysis.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
            select distinct on (kind) * from model where kind = any(?) order by kind, version desc
            """;

    private final Sql sql;
    private final ObjectMapper json;

    ModelRepository(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /**
     * Adds a model; its version.
     *
     * @throws IllegalStateException when it couldn't be read again: better the job fails than everybody who reads models
     */
    public long add(ModelKind kind, Instant fittedAt, long people, Parameters parameters, UUID job) {
        String written = write(parameters);
        readBack(kind, written);
        return sql.query(
                        ADD,
                        row -> row.getLong(1),
                        kind.label(),
                        Timestamp.from(fittedAt),
                        people,
                        written,
                        job,
                        kind.label())
                .getFirst();
    }

    /** The newest of each kind that this version of the service knows. One that can't be read hinders no other. */
    public List<StoredModel> newest() {
        String[] kinds = Arrays.stream(ModelKind.values()).map(ModelKind::label).toArray(String[]::new);
        return sql.query(NEWEST, this::stored, (Object) kinds);
    }

    /** The newest versions of a kind, the newest first. */
    public List<StoredModel> latest(ModelKind kind, int limit) {
        return sql.query(LATEST, this::stored, kind.label(), limit);
    }

    private StoredModel stored(ResultSet row) throws SQLException {
        ModelKind kind = ModelKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
        long version = row.getLong("version");
        Instant fittedAt = row.getTimestamp("fitted_at").toInstant();
        long people = row.getLong("people");
        try {
            return new Model(kind, version, fittedAt, people, read(kind, row.getString("parameters")));
        } catch (JsonProcessingException e) {
            return new UnreadableModel(kind, version, fittedAt, people, e.getOriginalMessage());
        }
    }

    private String write(Parameters parameters) {
        try {
            return json.writeValueAsString(parameters);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Parameters can always be written", e);
        }
    }

    private void readBack(ModelKind kind, String written) {
        try {
            read(kind, written);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A model of the kind " + kind.label() + " couldn't be read again", e);
        }
    }

    private Parameters read(ModelKind kind, String text) throws JsonProcessingException {
        return json.readValue(text, kind.parameters());
    }
}
