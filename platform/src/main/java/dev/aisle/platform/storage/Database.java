package dev.aisle.platform.storage;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Runs SQL in the caller's transaction, or on its own when there is none. */
@ApplicationScoped
public class Database {
    private static final int ROWS_AT_ONCE = 5_000;

    private final AgroalDataSource dataSource;

    Database(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Sets the parameters of a statement. */
    @FunctionalInterface
    public interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    /**
     * Reads a row.
     *
     * @param <T> what a row becomes
     */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * Sets the parameters of a statement for one of many.
     *
     * @param <T> what is written
     */
    @FunctionalInterface
    public interface BindingOf<T> {
        void bind(PreparedStatement statement, T one) throws SQLException;
    }

    /** Takes a row. */
    @FunctionalInterface
    public interface RowConsumer {
        void accept(ResultSet row) throws SQLException;
    }

    /** All rows. */
    public <T> List<T> query(String sql, Binding binding, RowReader<T> reader) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new StorageException("The database did not do it", e);
        }
    }

    /** Changes rows; returns how many. */
    public int update(String sql, Binding binding) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new StorageException("The database did not do it", e);
        }
    }

    /** Does the same change for each of many, together; in the caller's transaction. */
    public <T> void updateAll(String sql, Collection<T> all, BindingOf<T> binding) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (T one : all) {
                binding.bind(statement, one);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new StorageException("The database did not do it", e);
        }
    }

    /** Gives the rows of a large result one after the other without holding them; not within a transaction. */
    public void stream(String sql, Binding binding, RowConsumer consumer) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setFetchSize(ROWS_AT_ONCE);
                binding.bind(statement);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        consumer.accept(rows);
                    }
                }
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new StorageException("The database did not do it", e);
        }
    }

    /** A collection as a parameter of an array type, such as {@code text}. */
    public static Array array(PreparedStatement statement, String type, Collection<?> values) throws SQLException {
        return statement.getConnection().createArrayOf(type, values.toArray());
    }
}
