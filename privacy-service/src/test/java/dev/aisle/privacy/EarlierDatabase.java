package dev.aisle.privacy;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole database of one moment, to be put in the place of what it became since: to the service it looks like a promoted replica that lagged. Only the
 * sign of life stays, so that the topics are the only witnesses.
 */
final class EarlierDatabase {
    private static final String TABLES = """
            select table_name from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'flyway%'
                and table_name <> 'database_beat'
            """;
    private static final String COLUMNS = """
            select string_agg(quote_ident(column_name), ', ') from information_schema.columns
            where table_schema = 'public' and is_generated = 'NEVER' and table_name =
            """;

    private static final String DEADLOCK = "40P01";

    private final AgroalDataSource dataSource;
    private final List<String> tables;

    private EarlierDatabase(AgroalDataSource dataSource, List<String> tables) {
        this.dataSource = dataSource;
        this.tables = tables;
    }

    /** The database as it is now. */
    static EarlierDatabase of(AgroalDataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set transaction isolation level repeatable read");
            List<String> tables = texts(statement, TABLES);
            statement.execute("drop schema if exists earlier cascade");
            statement.execute("create schema earlier");
            for (String table : tables) {
                statement.execute("create table earlier." + table + " as table public." + table);
            }
            connection.commit();
            connection.setAutoCommit(true);
            return new EarlierDatabase(dataSource, tables);
        }
    }

    /** Puts it in the place of the present one, at once and without any trigger; again when the service held its tables in another order. */
    void swapIn() throws SQLException {
        for (int attempts = 1; ; attempts++) {
            try {
                swap();
                return;
            } catch (SQLException e) {
                if (!DEADLOCK.equals(e.getSQLState()) || attempts == 20) {
                    throw e;
                }
            }
        }
    }

    private void swap() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute("set local session_replication_role = replica");
                statement.execute("truncate " + String.join(", ", tables));
                for (String table : tables) {
                    String columns =
                            texts(statement, COLUMNS + " '" + table + "'").getFirst();
                    statement.execute("insert into public." + table + " (" + columns
                            + ") overriding system value select " + columns + " from earlier." + table);
                }
                statement.execute("drop schema earlier cascade");
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static List<String> texts(Statement statement, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
