package dev.aisle.profile.segments.store;

import dev.aisle.platform.storage.StorageException;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements in the caller's transaction. A parameter is a text, a number, a flag, a moment, or a collection of one of these. */
@ApplicationScoped
public class Statements {
    private final AgroalDataSource dataSource;

    Statements(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What is read of a row. */
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    public <T> List<T> query(String sql, Row<T> row, @Nullable Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(row.of(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new StorageException("Segments could not be read", e);
        }
    }

    public int update(String sql, @Nullable Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepared(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new StorageException("Segments could not be written", e);
        }
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, bound(connection, parameters[i]));
        }
        return statement;
    }

    private static @Nullable Object bound(Connection connection, @Nullable Object parameter) throws SQLException {
        return switch (parameter) {
            case Instant moment -> moment.atOffset(ZoneOffset.UTC);
            case Collection<?> many -> array(connection, many);
            case null, default -> parameter;
        };
    }

    private static Object array(Connection connection, Collection<?> many) throws SQLException {
        String type = many.stream().findFirst().map(Statements::typeOf).orElse("text");
        return connection.createArrayOf(
                type,
                many.stream()
                        .map(one -> one instanceof Instant moment ? moment.toString() : one)
                        .toArray());
    }

    private static String typeOf(Object one) {
        return switch (one) {
            case Long _ -> "bigint";
            case Integer _ -> "int";
            case Instant _ -> "timestamptz";
            default -> "text";
        };
    }
}
