package dev.aisle.training.spark;

import dev.aisle.recommender.models.domain.Learning;
import dev.aisle.recommender.models.domain.Learning.Name;
import dev.aisle.recommender.models.domain.Learning.Span;
import dev.aisle.recommender.models.domain.ModelFile;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.domain.TrainingProgress;
import dev.aisle.recommender.models.domain.TrainingSet;
import dev.aisle.recommender.models.domain.TrainingSetBuilder;
import dev.aisle.recommender.models.outside.ArchivedEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * Figures of docs/operations/training-at-scale.md. {@code make N DIR} makes an archive of N events and its list, {@code in-process DIR OUT} trains on it as
 * recommender-service does, where DuckDB stands for PostgreSQL, {@code spark DIR OUT [OPTIONS]} by the job, {@code compare OUT OUT} says how far two models are apart.
 */
public final class Measure {

    private Measure() {}

    public static void main(String[] arguments) throws Exception {
        long began = System.nanoTime();
        switch (arguments[0]) {
            case "make" -> make(Integer.parseInt(arguments[1]), Path.of(arguments[2]));
            case "in-process" -> inProcess(Path.of(arguments[1]), Path.of(arguments[2]), began);
            case "spark" -> spark(arguments);
            case "compare" -> compare(Path.of(arguments[1]), Path.of(arguments[2]));
            default -> throw new IllegalArgumentException("there is no " + arguments[0]);
        }
        System.out.printf(
                "FIGURE  %s: %d s, %d MB at most%n",
                String.join(" ", arguments),
                Duration.ofNanos(System.nanoTime() - began).toSeconds(),
                mostMegabytes());
    }

    private static String shop(int people, int items, int events) {
        return """
            CREATE TABLE event AS SELECT
              n AS number,
              floor(%1$d * pow(random(), 2))::INTEGER AS person,
              random() < 0.75 AS own,
              floor(100 * pow(random(), 2.5))::INTEGER AS rank_in_taste,
              floor(%2$d * pow(random(), 2.5))::INTEGER AS rank,
              floor(90 * random())::INTEGER AS visit,
              floor(1500 * random())::INTEGER AS second,
              random() AS kind
            FROM range(%3$d) made(n)
            """.formatted(people, items, events);
    }

    private static String archive(int tastes, int day, Path file) {
        return """
            COPY (SELECT
              'm' || number AS message_id,
              'p1.k1.' || lpad(person::VARCHAR, 24, '0') AS pseudonym,
              CASE WHEN kind < 0.1 THEN 'PURCHASE' WHEN kind < 0.2 THEN 'CART_ADD' ELSE 'PRODUCT_VIEW' END AS type,
              TIMESTAMPTZ '2026-09-01 00:00:00+00' + to_seconds(visit * 86400 + person %% 50000 + second) AS occurred_at,
              [{product_id: 'product-' || CASE WHEN own THEN (person %% %1$d) + %1$d * rank_in_taste ELSE rank END}] AS items,
              {rating: 0.0, rating_max: 0.0} AS review,
              ['MODEL_TRAINING', 'PERSONALIZATION'] AS granted_purposes,
              1::BIGINT AS consent_version,
              (person %% 6)::INTEGER AS kafka_partition,
              number::BIGINT AS kafka_offset
              FROM event WHERE number %% 8 = %2$d) TO '%3$s' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 20480)
            """.formatted(tastes, day, file);
    }

    private static String trainingRows(Path archive) {
        return """
            SELECT pseudonym, item.product_id, type, epoch_ms(occurred_at), message_id
            FROM (SELECT *, unnest(items) AS item FROM read_parquet('%s/day=*/*.parquet')
                  WHERE list_contains(granted_purposes, 'MODEL_TRAINING'))
            ORDER BY pseudonym, occurred_at, kafka_partition, kafka_offset
            """.formatted(archive);
    }

    /** As many people and products as a shop of that many interactions may have; at 20 million those of MovieLens. */
    private static void make(int events, Path folder) throws SQLException, IOException {
        double scale = events / 20e6;
        int people = (int) (138_000 * Math.pow(scale, 0.7));
        int tastes = Math.max(1, (int) (270 * Math.pow(scale, 0.5)));
        Files.createDirectories(folder);
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            statement.execute("SET threads=2");
            statement.execute("SET temp_directory='" + folder.resolve("spill") + "'");
            statement.execute(shop(people, 100 * tastes, events));
            for (int day = 0; day < 8; day++) {
                Path file = folder.resolve("archive/day=2026-12-0" + (day + 1) + "/p0-0-9.parquet");
                Files.createDirectories(file.getParent());
                statement.execute(archive(tastes, day, file));
            }
        }
        String[] lines = new String[people];
        Arrays.setAll(lines, person -> {
            String name = "p1.k1.%024d".formatted(person);
            return name + "\t" + name + "\t-1";
        });
        SmallArchive.learners(folder.resolve("learners"), lines);
    }

    private static void inProcess(Path folder, Path out, long began) throws SQLException, IOException {
        TrainingSet set = read(folder.resolve("archive"));
        System.out.printf(
                "%5d s  read%n", Duration.ofNanos(System.nanoTime() - began).toSeconds());
        TrainingProgress progress = new TrainingProgress();
        TrainedModel model = new Learning()
                .fit(set, Long.MAX_VALUE, new Name("in-process", Instant.now()), progress, new Span("fitting", 0, 1));
        ModelFile.write(model, out);
    }

    private static TrainingSet read(Path archive) throws SQLException {
        TrainingSetBuilder rows = new TrainingSetBuilder();
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            statement.execute("SET threads=2");
            statement.execute("SET memory_limit='3GB'");
            statement.execute("SET temp_directory='" + archive.resolveSibling("spill") + "'");
            try (ResultSet row = statement.executeQuery(trainingRows(archive))) {
                while (row.next()) {
                    var type = ArchivedEvents.typeOf(row.getString(3));
                    String event = row.getString(5);
                    rows.add(
                            row.getString(1),
                            row.getString(2),
                            "PURCHASE".equals(row.getString(3)) ? event : null,
                            type.weight(),
                            row.getLong(4));
                }
            }
        }
        return rows.build();
    }

    private static void spark(String[] arguments) {
        Path folder = Path.of(arguments[1]);
        String[] options = {
            "--archive",
            folder.resolve("archive").toString(),
            "--learners",
            folder.resolve("learners").toString(),
            "--out",
            arguments[2],
            "--master",
            "local[2]"
        };
        String[] all = Arrays.copyOf(options, options.length + arguments.length - 3);
        System.arraycopy(arguments, 3, all, options.length, arguments.length - 3);
        if (Train.run(all, System.out, System.err) != 0) {
            throw new IllegalStateException("the job failed");
        }
    }

    private static void compare(Path one, Path other) throws IOException {
        TrainedModel first = ModelFile.read(one);
        TrainedModel second = ModelFile.read(other);
        System.out.printf(
                "FIGURE  products the same %b, lists of similar products the same %b, bought together %b, visits %b%n",
                Arrays.equals(first.productIds(), second.productIds()),
                Arrays.equals(first.similar().neighbours(), second.similar().neighbours()),
                Arrays.equals(
                        first.boughtTogether().neighbours(),
                        second.boughtTogether().neighbours()),
                first.sessions().sessionCount() == second.sessions().sessionCount()
                        && Arrays.equals(
                                first.sessions().rarity(), second.sessions().rarity()));
        System.out.printf(
                "FIGURE  furthest apart: similarities %g, popularity %g of itself, factors %g (largest %g)%n",
                apart(first.similar().similarities(), second.similar().similarities(), false),
                apart(first.popularity().scores(), second.popularity().scores(), true),
                apart(first.als().itemFactors(), second.als().itemFactors(), false),
                apart(first.als().itemFactors(), new float[first.als().itemFactors().length], false));
    }

    private static double apart(float[] one, float[] other, boolean relative) {
        double most = 0;
        for (int place = 0; place < one.length; place++) {
            double difference = Math.abs((double) one[place] - other[place]);
            most = Math.max(most, relative ? difference / Math.max(1e-30, Math.abs(one[place])) : difference);
        }
        return most;
    }

    private static long mostMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(-1);
    }
}
