package dev.aisle.training.deep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes an archive and its list out of public data, for the figures of docs/deep-models.md: {@code yoochoose|completejourney|movielens FILE DIR}. A session of YooChoose is a person,
 * since it doesn't say whose it was.
 */
public final class RealArchive {
    /** By name: columns person, product, basket (null where nothing was bought) and moment. */
    private static final Map<String, String> SOURCES = Map.of(
            "yoochoose",
                    "SELECT SessionId AS person, ItemId AS product, NULL AS basket, to_timestamp(Time) AS moment FROM"
                            + " read_csv('%s', delim='\t', header=true)",
            "completejourney",
                    "SELECT household_id AS person, product_id AS product, basket_id AS basket,"
                            + " transaction_timestamp::TIMESTAMPTZ AS moment FROM read_csv('%s', header=true)",
            "movielens",
                    "SELECT userId AS person, movieId AS product, NULL AS basket, to_timestamp(timestamp) AS moment"
                            + " FROM read_csv('%s', header=true) WHERE rating >= 3");

    private RealArchive() {}

    public static void main(String[] arguments) throws SQLException, IOException {
        String source = SOURCES.get(arguments[0]);
        if (source == null) {
            throw new IllegalArgumentException("expected one of " + SOURCES.keySet());
        }
        Path folder = Path.of(arguments[2]);
        Path file = folder.resolve("archive/day=2026-12-01/p0-0-9.parquet");
        Files.createDirectories(file.getParent());
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            statement.execute(events(source.formatted(arguments[1]), file));
            List<String> lines = new ArrayList<>();
            lines.add("# aisle-learners 1 readAt=2026-12-20T00:00:00Z");
            try (ResultSet people =
                    statement.executeQuery("SELECT DISTINCT pseudonym FROM read_parquet('" + file + "') ORDER BY 1")) {
                while (people.next()) {
                    lines.add(people.getString(1) + "\t" + people.getString(1) + "\t-1");
                }
            }
            lines.add("# end " + (lines.size() - 1));
            Files.write(folder.resolve("learners"), lines);
            System.out.println(lines.size() - 2 + " people");
        }
    }

    private static String events(String rows, Path file) {
        return """
            COPY (
              WITH taken AS (SELECT *, coalesce('b' || basket, 'v' || row_number() OVER ()) AS message_id FROM (%s)),
              events AS (SELECT message_id, any_value(person) AS person, any_value(basket) AS basket, min(moment) AS occurred_at,
                list({product_id: product::VARCHAR} ORDER BY product) AS items FROM taken GROUP BY message_id)
              SELECT
                message_id,
                'p1.k1.' || lpad(person::VARCHAR, 12, '0') AS pseudonym,
                CASE WHEN basket IS NULL THEN 'PRODUCT_VIEW' ELSE 'PURCHASE' END AS type,
                occurred_at,
                items,
                {rating: 0.0, rating_max: 0.0} AS review,
                ['MODEL_TRAINING'] AS granted_purposes,
                1::BIGINT AS consent_version,
                0 AS kafka_partition,
                row_number() OVER (ORDER BY occurred_at) AS kafka_offset
              FROM events) TO '%s' (FORMAT parquet, COMPRESSION zstd)
            """.formatted(rows, file);
    }
}
