package dev.aisle.campaign.experiments.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.campaign.experiments.domain.ExperimentReader;
import dev.aisle.campaign.experiments.domain.Phase;
import dev.aisle.campaign.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Phases of experiments, and who is in them. */
@Singleton
class PhaseRepository {
    private static final String PHASES =
            "select experiment_id, phase, definition, seed, started_at, ended_at from experiment_phase ";

    private final ObjectMapper json;

    PhaseRepository(ObjectMapper json) {
        this.json = json;
    }

    /** A phase of an experiment, the latest when none is named. */
    public Optional<Phase> one(Connection connection, String experiment, @Nullable Integer phase) throws SQLException {
        return Sql.query(
                        connection,
                        PHASES
                                + "where experiment_id = ? and (?::int is null or phase = ?) order by phase desc limit 1",
                        this::phase,
                        experiment,
                        phase,
                        phase)
                .stream()
                .findFirst();
    }

    /** The phases that run. */
    public List<Phase> running(Connection connection) throws SQLException {
        return Sql.query(connection, PHASES + "where ended_at is null order by experiment_id, phase", this::phase);
    }

    private Phase phase(ResultSet row) throws SQLException {
        return new Phase(
                ExperimentReader.stored(row.getString("experiment_id"), read(row.getString("definition"))),
                row.getInt("phase"),
                row.getString("seed"),
                Objects.requireNonNull(Sql.instant(row, "started_at"), "started_at"),
                Sql.instant(row, "ended_at"));
    }

    private JsonNode read(String definition) {
        try {
            return json.readTree(definition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored definition is not JSON", e);
        }
    }
}
