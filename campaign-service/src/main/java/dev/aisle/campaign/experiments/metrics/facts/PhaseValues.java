package dev.aisle.campaign.experiments.metrics.facts;

import dev.aisle.campaign.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Values of a phase's units: triggers make them of exposures and facts as those change, and this when metrics have changed. */
@Singleton
class PhaseValues {
    private static final int AT_ONCE = 1_000;

    /** Phases that run, or ended so short ago that somebody's window is still open. */
    private static final String OUTDATED = """
            select experiment_id, phase, revalue_since from experiment_phase
            where revalue_since is not null and (ended_at is null or ended_at > now() - interval '181 days')
            order by experiment_id, phase
            """;

    private static final String UNITS = """
            select unit, pseudonym from experiment_exposure
            where experiment_id = ? and phase = ? and unit > ? order by unit limit ?
            """;

    private record Unit(String id, String pseudonym) {}

    /** A phase whose values follow from metrics as they were before a moment. */
    public record Outdated(String experiment, int number, Instant since) {}

    /** How many units a page had, and the last of them. */
    public record Page(String last, int units) {}

    /** Notes that the values of all phases follow from other metrics than there are now. */
    public void outdated(Connection connection, Instant now) throws SQLException {
        Sql.update(connection, "update experiment_phase set revalue_since = ?", now);
    }

    /** Returns the phases whose values are to be made again. */
    public List<Outdated> outdated(Connection connection) throws SQLException {
        return Sql.query(
                connection,
                OUTDATED,
                row -> new Outdated(
                        row.getString("experiment_id"),
                        row.getInt("phase"),
                        Objects.requireNonNull(Sql.instant(row, "revalue_since"), "revalue_since")));
    }

    /** Makes the values of the people of the next units again. */
    public Page revalue(Connection connection, Outdated phase, String after) throws SQLException {
        List<Unit> units = Sql.query(
                connection,
                UNITS,
                row -> new Unit(row.getString("unit"), row.getString("pseudonym")),
                phase.experiment(),
                phase.number(),
                after,
                AT_ONCE);
        if (units.isEmpty()) {
            return new Page(after, 0);
        }
        Sql.query(
                connection,
                "select experiment_revalue(?)",
                row -> true,
                Sql.texts(
                        connection,
                        units.stream().map(Unit::pseudonym).distinct().toList(),
                        one -> one));
        return new Page(units.getLast().id(), units.size());
    }

    /** Notes that the values of a phase follow from the metrics that there are, unless those have changed again. */
    public int current(Connection connection, Outdated phase) throws SQLException {
        return Sql.update(
                connection,
                "update experiment_phase set revalue_since = null where experiment_id = ? and phase = ? and revalue_since = ?",
                phase.experiment(),
                phase.number(),
                phase.since());
    }
}
