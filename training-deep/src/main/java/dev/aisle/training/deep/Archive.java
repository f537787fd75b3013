package dev.aisle.training.deep;

import dev.aisle.recommender.models.domain.TrainingSet;
import dev.aisle.recommender.models.domain.TrainingSetBuilder;
import dev.aisle.recommender.models.outside.ArchivedEvents;
import dev.aisle.recommender.models.outside.ArchivedEvents.Event;
import dev.aisle.recommender.models.outside.LearnersList;
import dev.aisle.recommender.models.outside.LearnersList.Learner;
import dev.aisle.recommender.models.outside.TrainingFailure;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The event archive as a training set: the types of events, purposes and people that recommender-service would take. Read by DuckDB, which keeps on the disk what it
 * can't keep in memory.
 *
 * @param types how many interactions of each type
 */
record Archive(TrainingSet set, Map<String, Long> types) {
    private static final String FILES = "day=*/*.parquet";

    /** Reads what may be learned from. */
    static Archive read(Path folder, LearnersList learners) {
        requireFiles(folder);
        Path spill = spill();
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            statement.execute("SET threads=2");
            statement.execute("SET preserve_insertion_order=false");
            statement.execute("SET temp_directory=" + text(spill.toString()));
            statement.execute("CREATE TABLE learner (alias VARCHAR, person VARCHAR, fence BIGINT)");
            add(learners, database);
            String types =
                    ArchivedEvents.typeNames().stream().map(Archive::text).collect(Collectors.joining(", "));
            try (ResultSet rows = statement.executeQuery(
                    interactions(text(folder.resolve(FILES).toString()), types))) {
                return read(rows);
            }
        } catch (SQLException e) {
            throw new TrainingFailure("The archive " + folder + " can't be read: " + firstLine(e), e);
        }
    }

    /** Who rates a product in the lower half doesn't want more of it. An event with an id that can't be stored is refused whole, as in the service. */
    private static String interactions(String files, String types) {
        return """
            SELECT learner.person, message_id, type, epoch_us(occurred_at), list_transform(items, lambda item: item.product_id)
            FROM read_parquet(%s, union_by_name = true, hive_partitioning = false) event
            JOIN learner ON event.pseudonym = learner.alias
            WHERE type IN (%s)
              AND (type <> 'REVIEW' OR coalesce(review.rating_max, 0) <= 0
                   OR coalesce(review.rating, 0) * 2 >= review.rating_max)
              AND items IS NOT NULL AND occurred_at IS NOT NULL AND message_id IS NOT NULL
              AND list_contains(granted_purposes, 'MODEL_TRAINING')
              AND coalesce(consent_version, 0) > learner.fence
              AND len(list_filter(items, lambda item: length(item.product_id) > 200)) = 0
            ORDER BY learner.person, occurred_at, kafka_partition, kafka_offset
            """.formatted(files, types);
    }

    private static void add(LearnersList learners, Connection database) throws SQLException {
        try (DuckDBAppender appender =
                database.unwrap(DuckDBConnection.class).createAppender(DuckDBConnection.DEFAULT_SCHEMA, "learner")) {
            for (Learner learner : learners.people()) {
                appender.beginRow();
                appender.append(learner.alias());
                appender.append(learner.person());
                appender.append(learner.fence());
                appender.endRow();
            }
        }
    }

    private static Archive read(ResultSet rows) throws SQLException {
        TrainingSetBuilder builder = new TrainingSetBuilder();
        ArchivedEvents events = new ArchivedEvents(builder);
        while (rows.next()) {
            events.take(
                    new Event(rows.getString(1), rows.getString(2), rows.getString(3), rows.getLong(4)),
                    products(rows.getArray(5).getArray()));
        }
        TrainingSet set = builder.build();
        if (set.size() == 0) {
            throw new TrainingFailure("Nobody of those who grant it has done anything with a product.");
        }
        return new Archive(set, events.types());
    }

    private static List<@Nullable String> products(Object ids) {
        return Arrays.stream((Object[]) ids)
                .<@Nullable String>map(id -> id == null ? null : id.toString())
                .toList();
    }

    private static void requireFiles(Path folder) {
        try (DirectoryStream<Path> days = Files.newDirectoryStream(folder, "day=*")) {
            for (Path day : days) {
                try (DirectoryStream<Path> files = Files.newDirectoryStream(day, "*.parquet")) {
                    if (files.iterator().hasNext()) {
                        return;
                    }
                }
            }
        } catch (IOException e) {
            throw nothingIn(folder, e);
        }
        throw nothingIn(folder, null);
    }

    private static TrainingFailure nothingIn(Path folder, @Nullable IOException cause) {
        String message = "There is no archive in " + folder + ": expected files day=…/….parquet in it.";
        return cause == null ? new TrainingFailure(message) : new TrainingFailure(message, cause);
    }

    private static Path spill() {
        return Path.of(System.getProperty("java.io.tmpdir", "."))
                .resolve("aisle-train-" + ProcessHandle.current().pid());
    }

    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
