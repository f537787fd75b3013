package dev.aisle.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** The rows of a pseudonym in every table of a database that has such a column. */
public final class RowsOfPerson {
    private static final String TABLES = """
            select table_name from information_schema.columns
            where table_schema = 'public' and column_name = 'pseudonym' order by table_name
            """;

    private RowsOfPerson() {}

    /** Table → rows, where there are any. */
    public static Map<String, Long> in(DataSource database, String pseudonym) {
        try (Connection connection = database.getConnection()) {
            Map<String, Long> found = new TreeMap<>();
            for (String table : tables(connection)) {
                long rows = count(connection, table, pseudonym);
                if (rows > 0) {
                    found.put(table, rows);
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("The tables can't be read", e);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(TABLES);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static long count(Connection connection, String table, String pseudonym) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select count(*) from \"" + table + "\" where pseudonym = ?")) {
            select.setString(1, pseudonym);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
