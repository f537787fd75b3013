package dev.aisle.platform.stored;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Reads rows about some ids. */
final class Query {
    private Query() {}

    /** Turns a row of the result into a row to compare. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Asks with each list of ids as one array parameter, in their order. */
    @SafeVarargs
    static <T> List<T> rows(Connection connection, String sql, Reader<T> reader, Collection<String>... ids)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < ids.length; i++) {
                statement.setArray(i + 1, connection.createArrayOf("text", ids[i].toArray()));
            }
            var all = new ArrayList<T>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    all.add(reader.read(found));
                }
            }
            return all;
        }
    }
}
