package dev.aisle.campaign.experiments.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.campaign.experiments.judging.Look;
import dev.aisle.campaign.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How an experiment stood each day, and what it was planned for. */
@Singleton
class LookRepository {
    private static final String PUT = """
            insert into experiment_look (experiment_id, phase, day, seen_at, report) values (?, ?, cast(? as date), ?, ?)
            on conflict (experiment_id, phase, day) do update set seen_at = excluded.seen_at, report = excluded.report
            """;

    private static final String LATEST = """
            select distinct on (l.experiment_id) l.experiment_id, l.report
            from experiment_look l join experiment e on e.id = l.experiment_id and e.state = 'running'
            join experiment_phase p on p.experiment_id = l.experiment_id and p.phase = l.phase and p.ended_at is null
            order by l.experiment_id, l.day desc
            """;

    private final ObjectMapper json;

    LookRepository(ObjectMapper json) {
        this.json = json;
    }

    /** The looks of a phase, the first one first. */
    public List<Look> of(Connection connection, String experiment, int phase) throws SQLException {
        return Sql.query(
                connection,
                "select report from experiment_look where experiment_id = ? and phase = ? order by day",
                row -> read(row.getString("report")),
                experiment,
                phase);
    }

    /** The latest look of each phase that runs, by the id of its experiment. */
    public Map<String, Look> latest(Connection connection) throws SQLException {
        Map<String, Look> all = new HashMap<>();
        Sql.query(connection, LATEST, row -> Map.entry(row.getString("experiment_id"), read(row.getString("report"))))
                .forEach(one -> all.put(one.getKey(), one.getValue()));
        return all;
    }

    /** Keeps the look of a day; the last one of a day stays. */
    public void put(Connection connection, String experiment, int phase, Look look, Instant at) throws SQLException {
        Sql.update(connection, PUT, experiment, phase, look.day().toString(), at, write(look));
    }

    /** How many units a phase was planned for; empty as long as it wasn't. */
    public Optional<Long> planned(Connection connection, String experiment, int phase) throws SQLException {
        return Sql.query(
                        connection,
                        "select units from experiment_plan where experiment_id = ? and phase = ?",
                        row -> row.getLong("units"),
                        experiment,
                        phase)
                .stream()
                .findFirst();
    }

    /** Plans a phase, once. */
    public void plan(Connection connection, String experiment, int phase, long units, Instant at) throws SQLException {
        Sql.update(
                connection,
                "insert into experiment_plan (experiment_id, phase, units, made_at) values (?, ?, ?, ?) on conflict do nothing",
                experiment,
                phase,
                units,
                at);
    }

    private Look read(String report) {
        try {
            return json.readValue(report, Look.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A look that was kept can't be read", e);
        }
    }

    private String write(Look look) {
        try {
            return json.writeValueAsString(look);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A look is always JSON", e);
        }
    }
}
