package dev.aisle.campaign.experiments.store;

import dev.aisle.campaign.experiments.domain.Assigned;
import dev.aisle.campaign.experiments.domain.Exposed;
import dev.aisle.campaign.shared.Sql;
import dev.aisle.campaign.shared.Transactions.Work;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Who saw which variation first: what is counted, and what a person keeps. Works in the transaction of the caller, if there is one. */
@Singleton
public class ExposureRepository {
    private static final String ADD = """
            insert into experiment_exposure (experiment_id, phase, unit, pseudonym, variation, propensity, first_at)
            select * from unnest(?, ?, ?, ?, ?, ?, ?)
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

    /** Notes them: the first one counts, and a unit that sees another variation later is mixed. One statement, unless a unit comes twice. */
    public void add(Collection<Exposed> exposures) {
        Map<String, Exposed> once = new LinkedHashMap<>();
        List<Exposed> again = new ArrayList<>();
        for (Exposed exposed : exposures) {
            String key = exposed.experiment() + "/" + exposed.phase() + "/" + exposed.unit();
            if (once.putIfAbsent(key, exposed) != null) {
                again.add(exposed);
            }
        }
        call(connection -> insert(connection, once.values()));
        if (!again.isEmpty()) {
            add(again);
        }
    }

    private static int insert(Connection connection, Collection<Exposed> exposures) throws SQLException {
        int added = Sql.update(
                connection,
                ADD,
                array(connection, "text", exposures, Exposed::experiment),
                array(connection, "integer", exposures, Exposed::phase),
                array(connection, "text", exposures, Exposed::unit),
                array(connection, "text", exposures, Exposed::pseudonym),
                array(connection, "text", exposures, Exposed::variation),
                array(connection, "float8", exposures, Exposed::propensity),
                array(connection, "timestamptz", exposures, one -> Timestamp.from(one.at())));
        for (Exposed exposed : exposures) {
            merge(connection, exposed);
        }
        return added;
    }

    private static Array array(
            Connection connection, String type, Collection<Exposed> exposures, Function<Exposed, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, exposures.stream().map(value).toArray());
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

    private <T> T call(Work<T> work) {
        return Sql.on(dataSource, "Exposures could not be read or written", work);
    }
}
