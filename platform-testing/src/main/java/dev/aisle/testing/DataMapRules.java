package dev.aisle.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.contracts.DataMap;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The data map of the contract and the tables that there really are. */
public final class DataMapRules {
    private static final String COLUMNS = """
            select table_name, column_name from information_schema.columns
            join information_schema.tables using (table_schema, table_name)
            where table_schema = current_schema() and table_type = 'BASE TABLE'
            """;

    /** The form of a pseudonym anywhere in a row, also in the hexadecimal form of bytes: "p1." and what follows. */
    private static final String IN_ROW = "(p1\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{32}|70312e[0-9a-f]{2,64}2e[0-9a-f]{64})";

    private DataMapRules() {}

    /**
     * Every table with a pseudonym, in a column of that name or anywhere in a row that the tests have left, is in the map, and every table of the map has just
     * the columns that stand there.
     *
     * @param beside tables that may hold the form of a pseudonym in another column without being in the map, each with the reason: {@code table: why}
     */
    public static void check(String service, DataSource dataSource, String... beside) throws SQLException {
        Map<String, Set<String>> tables = tables(dataSource);
        Map<String, Set<String>> mapped = DataMap.tablesOf(service).stream()
                .collect(Collectors.toMap(
                        place -> place.holding().getTable(),
                        place -> place.fields().stream()
                                .map(DataMap.Field::name)
                                .collect(Collectors.toCollection(TreeSet::new))));

        Set<String> ofPersons = tables.entrySet().stream()
                .filter(table -> table.getValue().contains("pseudonym"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> searched = new TreeSet<>(tables.keySet());
        Stream.of(beside).map(line -> line.replaceFirst(":.*", "")).forEach(searched::remove);
        ofPersons.addAll(withPseudonyms(dataSource, searched));
        assertThat(mapped.keySet())
                .as("tables of %s with a pseudonym are holdings of the contract", service)
                .containsAll(ofPersons);
        mapped.forEach((table, columns) ->
                assertThat(columns).as("columns of %s", table).isEqualTo(tables.get(table)));
    }

    private static Set<String> withPseudonyms(DataSource dataSource, Set<String> tables) throws SQLException {
        Set<String> found = new TreeSet<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : tables) {
                try (ResultSet row = statement.executeQuery(
                        "select 1 from \"" + table + "\" t where t::text ~ '" + IN_ROW + "' limit 1")) {
                    if (row.next()) {
                        found.add(table);
                    }
                }
            }
        }
        return found;
    }

    private static Map<String, Set<String>> tables(DataSource dataSource) throws SQLException {
        Map<String, Set<String>> tables = new TreeMap<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(COLUMNS)) {
            while (rows.next()) {
                tables.computeIfAbsent(rows.getString(1), _ -> new TreeSet<>()).add(rows.getString(2));
            }
        }
        return tables;
    }
}
