package dev.aisle.campaign.shared;

import dev.aisle.platform.storage.StorageException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Statements on a connection; an {@link Instant} is written as a timestamp. */
public final class Sql {
    private Sql() {}

    /** Reads a row. */
    @FunctionalInterface
    public interface Row<T> {
        /** The row as what it means. */
        T read(ResultSet row) throws SQLException;
    }

    /** Works on a connection of the caller's transaction, where there is one. */
    public static <T> T on(DataSource database, String failure, Transactions.Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new StorageException(failure, e);
        }
    }

    /** Changes rows; how many. */
    public static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** Changes rows by one statement with several sets of values, in one way to the database; how many by each set. */
    public static int[] batch(Connection connection, String sql, List<@Nullable Object[]> sets) throws SQLException {
        if (sets.isEmpty()) {
            return new int[0];
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (@Nullable Object[] values : sets) {
                set(statement, values);
                statement.addBatch();
            }
            return statement.executeBatch();
        }
    }

    /** Reads rows. */
    public static <T> List<T> query(Connection connection, String sql, Row<T> row, @Nullable Object... values)
            throws SQLException {
        List<T> found = new ArrayList<>();
        try (PreparedStatement statement = prepare(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(row.read(rows));
            }
        }
        return found;
    }

    /** One part of each as an array of texts, to be cast in the statement. */
    public static <T> Array texts(Connection connection, List<T> all, Function<T, @Nullable Object> part)
            throws SQLException {
        return connection.createArrayOf(
                "text",
                all.stream()
                        .map(part)
                        .map(one -> one == null ? null : one.toString())
                        .toArray());
    }

    /** A moment that may be missing. */
    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        set(statement, values);
        return statement;
    }

    private static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int n = 0; n < values.length; n++) {
            statement.setObject(n + 1, values[n] instanceof Instant at ? Timestamp.from(at) : values[n]);
        }
    }
}
