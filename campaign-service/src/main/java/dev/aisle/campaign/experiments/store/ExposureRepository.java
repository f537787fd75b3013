package dev.aisle.campaign.experiments.store;

import dev.aisle.campaign.experiments.domain.Assigned;
import dev.aisle.campaign.experiments.domain.Exposed;
import dev.aisle.campaign.shared.Sql;
import dev.aisle.campaign.shared.Transactions.Work;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** Who saw which variation first: what is counted, and what a person keeps. Works in the transaction of the caller, if there is one. */
@Singleton
public class ExposureRepository {
    private static final String ADD = """
            insert into experiment_exposure (experiment_id, phase, unit, pseudonym, variation, propensity, first_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (experiment_id, phase, unit) do update set mixed = true
            where experiment_exposure.variation <> excluded.variation and not experiment_exposure.mixed
            """;
    private static final String MERGE = """
            update experiment_exposure set merged = true
            where experiment_id = ? and phase = ? and unit = any(string_to_array(?, ' ')) and not merged
            """;
    private static final String ASSIGNED = """
            select experiment_id, phase, pseudonym, variation, first_at from experiment_exposure
            where pseudonym = any(string_to_array(?, ' ')) and unit = pseudonym order by first_at
            """;

    private final AgroalDataSource dataSource;

    ExposureRepository(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Notes them: the first one counts, and a unit that sees another variation later is mixed. */
    public void add(List<Exposed> exposures) {
        call(connection -> {
            try (PreparedStatement add = connection.prepareStatement(ADD)) {
                for (Exposed exposed : exposures) {
                    fill(add, exposed);
                }
                add.executeBatch();
            }
            for (Exposed exposed : exposures) {
                merge(connection, exposed);
            }
            return exposures.size();
        });
    }

    private static void fill(PreparedStatement add, Exposed exposed) throws SQLException {
        add.setString(1, exposed.experiment());
        add.setInt(2, exposed.phase());
        add.setString(3, exposed.unit());
        add.setString(4, exposed.pseudonym());
        add.setString(5, exposed.variation());
        add.setDouble(6, exposed.propensity());
        add.setTimestamp(7, Timestamp.from(exposed.at()));
        add.addBatch();
    }

    private static void merge(Connection connection, Exposed exposed) throws SQLException {
        if (!exposed.browsers().isEmpty()) {
            Sql.update(connection, MERGE, exposed.experiment(), exposed.phase(), String.join(" ", exposed.browsers()));
        }
    }

    /** What these pseudonyms were given as persons, the earliest first. */
    public List<Assigned> of(Collection<String> pseudonyms) {
        return call(connection -> Sql.query(
                connection,
                ASSIGNED,
                row -> new Assigned(
                        row.getString("experiment_id"),
                        row.getInt("phase"),
                        row.getString("pseudonym"),
                        row.getString("variation"),
                        Objects.requireNonNull(Sql.instant(row, "first_at"))),
                String.join(" ", pseudonyms)));
    }

    /** Removes all of a person; how many there were. */
    public long remove(String pseudonym) {
        return call(
                connection -> Sql.update(connection, "delete from experiment_exposure where pseudonym = ?", pseudonym));
    }

    private <T> T call(Work<T> work) {
        return Sql.on(dataSource, "Exposures could not be read or written", work);
    }
}
