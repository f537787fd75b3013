package dev.aisle.recommender.served;

import dev.aisle.platform.storage.Database;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Lists that were shown, together with what was known of their items when they were answered. */
@Singleton
class ShownListRepository {
    private static final String SHOWN = """
            select shown.*, s.consent_version, s.product_ids, s.features
            from (
                select exposure_id, request_id, pseudonym, min(exposed_at) as shown_at,
                       array_agg(product_id order by position) as shown_ids,
                       array_agg(position order by position) as positions,
                       array_agg((case when ordered_at is not null then ? when clicked_at is not null then ? else 0 end)::real
                                 order by position) as gains
                from exposure
                where exposed_at >= ? and exposed_at < ? and request_id <> '' and position > 0
                group by exposure_id, request_id, pseudonym
            ) shown join served_list s on s.request_id = shown.request_id and s.pseudonym = shown.pseudonym
            where s.features_version = ?
            order by shown_at desc, exposure_id
            limit ?
            """;

    private final Database database;

    ShownListRepository(Database database) {
        this.database = database;
    }

    /**
     * Which lists, and what counts how much.
     *
     * @param from the first moment
     * @param until the moment after the last
     * @param version of the features
     * @param most how many at most, the newest ones
     */
    public record Wanted(Instant from, Instant until, String version, int most, float gainOfClick, float gainOfOrder) {}

    /**
     * One list.
     *
     * @param consentVersion under which it was answered
     * @param answered the products of the answer
     * @param features of these, row after row
     * @param shown the products that were shown, with their positions and what followed
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, then only read
    public record Row(
            String pseudonym,
            long consentVersion,
            Instant shownAt,
            List<String> answered,
            Float[] features,
            String[] shown,
            Integer[] positions,
            Float[] gains) {}

    /** Gives the lists, the newest first. */
    public void read(Wanted wanted, Consumer<Row> rows) {
        database.stream(
                SHOWN,
                statement -> {
                    statement.setFloat(1, wanted.gainOfOrder());
                    statement.setFloat(2, wanted.gainOfClick());
                    statement.setTimestamp(3, Timestamp.from(wanted.from()));
                    statement.setTimestamp(4, Timestamp.from(wanted.until()));
                    statement.setString(5, wanted.version());
                    statement.setInt(6, wanted.most());
                },
                row -> rows.accept(read(row)));
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getString("pseudonym"),
                row.getLong("consent_version"),
                row.getTimestamp("shown_at").toInstant(),
                Arrays.asList((String[]) row.getArray("product_ids").getArray()),
                (Float[]) row.getArray("features").getArray(),
                (String[]) row.getArray("shown_ids").getArray(),
                (Integer[]) row.getArray("positions").getArray(),
                (Float[]) row.getArray("gains").getArray());
    }
}
