package dev.aisle.training.deep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** An archive of people who walk along a circle of products, in one direction only; one of them looks at something that nobody else does. */
final class WalkingShop {
    static final int PEOPLE = 1_500;
    static final int PRODUCTS = 40;
    static final int LENGTH = 4;
    private static final int STEPS = 5;

    private WalkingShop() {}

    static void write(Path archive) throws SQLException, IOException {
        Path file = archive.resolve("day=2026-12-01/p0-0-9.parquet");
        Files.createDirectories(file.getParent());
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            statement.execute("""
                COPY (SELECT
                  'm' || n AS message_id,
                  'p1.k1.' || lpad((n // %2$d)::VARCHAR, 5, '0') AS pseudonym,
                  CASE WHEN n %% %2$d = 0 AND n %% 7 = 0 THEN 'SEARCH' ELSE 'PRODUCT_VIEW' END AS type,
                  TIMESTAMPTZ '2026-09-01 00:00:00+00' + to_seconds(3600 * (n // %2$d) + 60 * (n %% %2$d)) AS occurred_at,
                  [{product_id: CASE WHEN n // %2$d = 3 THEN 'secret' ELSE 'product-' || lpad((((n // %2$d) * 7919 + n %% %2$d) %% %3$d)::VARCHAR, 2, '0') END},
                   {product_id: NULL}] AS items,
                  {rating: 0.0, rating_max: 0.0} AS review,
                  ['MODEL_TRAINING'] AS granted_purposes,
                  2::BIGINT AS consent_version,
                  0 AS kafka_partition,
                  n AS kafka_offset
                  FROM range(%1$d) made(n)) TO '%4$s' (FORMAT parquet)
                """.formatted(PEOPLE * STEPS, STEPS, PRODUCTS, file));
        }
    }

    /** Each product with its stretch of the circle, four products long; "secret" stands nowhere. */
    static Path catalogue(Path file) throws IOException {
        List<String> lines = IntStream.range(0, PRODUCTS)
                .mapToObj(product ->
                        """
                        {"productId":"product-%02d","title":"Way mark","category":"Circle > Stretch %d","price":%d.50,"currency":"EUR","stock":3}
                        """.formatted(product, stretch(product), 3 + product).strip())
                .toList();
        return Files.write(file, lines);
    }

    /** Of a product. */
    static int stretch(int product) {
        return product / LENGTH;
    }

    /** Everybody but those. */
    static Path learners(Path file, int... without) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# aisle-learners 1 readAt=2026-12-20T00:00:00Z");
        IntStream.range(0, PEOPLE)
                .filter(person -> IntStream.of(without).noneMatch(left -> left == person))
                .mapToObj("p1.k1.%05d"::formatted)
                .forEach(name -> lines.add(name + "\t" + name + "\t1"));
        lines.add("# end " + (lines.size() - 1));
        return Files.write(file, lines);
    }
}
