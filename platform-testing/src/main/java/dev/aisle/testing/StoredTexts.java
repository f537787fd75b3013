package dev.aisle.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** What people typed, in the tables of a service: planted words in any column, bytes included, and the columns that are made for words. */
public final class StoredTexts {
    private static final String TABLES =
            "select table_name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE'";

    private static final String COLUMNS = """
            select table_name || '.' || column_name from information_schema.columns
            where table_schema = current_schema() and data_type in ('text', 'character varying')
                and table_name not in ('flyway_schema_history', 'guard_release') -- of every service; a question of the guard is a SHA-256
                and column_name ~ '(^|_)(text|body|words?|note|reason|because|comment|question|memory|answer|details|content|description|remark)$'
            order by (table_name || '.' || column_name) collate "C"
            """;

    private StoredTexts() {}

    /** Checks that somebody has decided how each column for words is protected: {@code table.column: how}, in the order of the columns. */
    public static void check(DataSource dataSource, String... decided) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(COLUMNS);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }
        assertThat(columns)
                .as("columns whose protection is decided: what somebody types is stored as a StorableText, or sealed")
                .isEqualTo(Stream.of(decided)
                        .map(line -> line.replaceFirst(":.*", ""))
                        .toList());
    }

    /** Returns "table: word" for each table with a row that holds one of the words. */
    public static List<String> holding(DataSource dataSource, String... words) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            for (String table : tables(connection)) {
                for (String word : words) {
                    if (holds(connection, table, word)) {
                        found.add(table + ": " + word);
                    }
                }
            }
        }
        return found;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(TABLES);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static boolean holds(Connection connection, String table, String word) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select 1 from \"" + table
                + "\" as one where position(? in one::text) > 0 or position(? in one::text) > 0 limit 1")) {
            select.setString(1, word);
            select.setString(2, HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8)));
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }
}
