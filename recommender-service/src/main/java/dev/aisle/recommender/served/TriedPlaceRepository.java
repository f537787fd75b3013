package dev.aisle.recommender.served;

import dev.aisle.platform.storage.Database;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Places of shown lists that were in part left to chance, with what their people had dealt with before. */
@Singleton
class TriedPlaceRepository {
    private static final String TRIED = """
            select e.exposure_id, e.pseudonym, s.consent_version, e.product_id, e.propensity,
                   e.clicked_at is not null or e.ordered_at is not null as taken, cardinality(s.product_ids) as size,
                   array(select i.product_id from interaction i
                         where i.pseudonym = e.pseudonym and i.for_training and i.occurred_at < e.exposed_at
                         group by i.product_id order by max(i.occurred_at) desc limit ?) as latest_first
            from exposure e join served_list s on s.request_id = e.request_id and s.pseudonym = e.pseudonym
            where e.exposed_at >= ? and e.request_id <> '' and e.position > 0 and e.propensity > 0 and e.propensity < 1
            order by e.exposed_at desc, e.exposure_id, e.position
            limit ?
            """;

    private final Database database;

    TriedPlaceRepository(Database database) {
        this.database = database;
    }

    /**
     * A place.
     *
     * @param consentVersion under which its list was answered
     * @param history the oldest first
     */
    public record Row(
            String exposure,
            String pseudonym,
            long consentVersion,
            String productId,
            double propensity,
            boolean taken,
            int size,
            List<String> history) {}

    /** Those shown from a moment on, the newest first. */
    public List<Row> since(Instant from, int longest, int most) {
        return database.query(
                TRIED,
                statement -> {
                    statement.setInt(1, longest);
                    statement.setTimestamp(2, Timestamp.from(from));
                    statement.setInt(3, most);
                },
                TriedPlaceRepository::read);
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getString("exposure_id"),
                row.getString("pseudonym"),
                row.getLong("consent_version"),
                row.getString("product_id"),
                row.getDouble("propensity"),
                row.getBoolean("taken"),
                row.getInt("size"),
                Arrays.asList((String[]) row.getArray("latest_first").getArray())
                        .reversed());
    }
}
