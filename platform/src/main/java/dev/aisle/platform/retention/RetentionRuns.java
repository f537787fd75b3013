package dev.aisle.platform.retention;

import dev.aisle.platform.storage.StorageException;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Removes rows whose time is over, and remembers of each table when that was done last. */
@Singleton
class RetentionRuns {
    private static final int AT_ONCE = 10_000;
    private static final String RECORD = """
            insert into retention_run (table_name, ran_at, removed, removed_total) values (?, ?, ?, ?)
            on conflict (table_name) do update set ran_at = excluded.ran_at, removed = excluded.removed,
                removed_total = retention_run.removed_total + excluded.removed
            """;

    private final AgroalDataSource dataSource;

    RetentionRuns(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    record Run(Instant at, long removed, long removedTotal) {}

    /** Removes the rows of before a moment, some at a time, so that nobody waits for a lock; how many. */
    long remove(RetentionRule rule, Instant before) {
        String delete = "delete from " + rule.table() + " where ctid = any (array(select ctid from " + rule.table()
                + " where " + rule.agedBy() + " < ? limit " + AT_ONCE + "))";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(delete)) {
            long removed = 0;
            int last = AT_ONCE;
            while (last == AT_ONCE) {
                statement.setTimestamp(1, Timestamp.from(before));
                last = statement.executeUpdate();
                removed += last;
            }
            return removed;
        } catch (SQLException e) {
            throw new StorageException("Old rows of " + rule.table() + " could not be removed", e);
        }
    }

    void record(RetentionRule rule, Instant at, long removed) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(RECORD)) {
            statement.setString(1, rule.table());
            statement.setTimestamp(2, Timestamp.from(at));
            statement.setLong(3, removed);
            statement.setLong(4, removed);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new StorageException("The removal of old rows could not be noted", e);
        }
    }

    /** The last run of each table. */
    Map<String, Run> last() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select table_name, ran_at, removed, removed_total from retention_run");
                ResultSet rows = statement.executeQuery()) {
            Map<String, Run> runs = new HashMap<>();
            while (rows.next()) {
                runs.put(
                        rows.getString(1), new Run(rows.getTimestamp(2).toInstant(), rows.getLong(3), rows.getLong(4)));
            }
            return runs;
        } catch (SQLException e) {
            throw new StorageException("The removals of old rows could not be read", e);
        }
    }
}
