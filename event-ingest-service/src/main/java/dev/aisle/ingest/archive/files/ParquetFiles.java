package dev.aisle.ingest.archive.files;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBDriver;

/**
 * Writes and reads Parquet by DuckDB, with one thread and a bound on its memory. Each call has a database of its own in
 * memory, so that nothing stays between calls.
 */
public final class ParquetFiles {
    /** Small groups of rows: one is held in memory while it is written. */
    private static final String OPTIONS = " (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 20480)";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COLUMNS = Columns.types().entrySet().stream()
            .map(column -> "\"" + column.getKey() + "\": '" + column.getValue() + "'")
            .collect(Collectors.joining(", ", "{", "}"));

    private final Path temporary;
    private final String memoryLimit;

    public ParquetFiles(Path temporary, String memoryLimit) {
        this.temporary = temporary;
        this.memoryLimit = memoryLimit;
    }

    /** Lines of JSON into a file. */
    public void convert(Path lines, Path target) throws IOException {
        execute("COPY (SELECT * FROM read_json(" + text(lines) + ", format='newline_delimited', columns=" + COLUMNS
                + ")) TO " + text(target) + OPTIONS);
    }

    /** Several files into one, in the order given. A column that one of them lacks is null there. */
    public void merge(List<Path> files, Path target) throws IOException {
        execute("COPY (SELECT * FROM " + table(files) + ") TO " + text(target) + OPTIONS);
    }

    /** How many rows of these persons are in each file; files without any are left out. */
    public Map<Path, Map<String, Long>> rowsOf(List<Path> files, Collection<String> pseudonyms) throws IOException {
        Map<Path, Map<String, Long>> rows = new HashMap<>();
        if (files.isEmpty() || pseudonyms.isEmpty()) {
            return rows;
        }
        String persons = list(pseudonyms);
        String query = "SELECT filename, who, count(*) FROM (SELECT filename, unnest([pseudonym, anonymous_pseudonym])"
                + " AS who FROM " + table(files) + " WHERE pseudonym IN " + persons + " OR anonymous_pseudonym IN "
                + persons + ") WHERE who IN " + persons + " GROUP BY ALL";
        try (Connection database = open();
                Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                rows.computeIfAbsent(Path.of(found.getString(1)), file -> new HashMap<>())
                        .put(found.getString(2), found.getLong(3));
            }
        } catch (SQLException e) {
            throw new IOException("The archive can't be searched: " + e.getMessage(), e);
        }
        return rows;
    }

    /** Everybody who has rows in these files, or stands in one as somebody's browser. */
    public Set<String> persons(List<Path> files) throws IOException {
        Set<String> persons = new HashSet<>();
        if (files.isEmpty()) {
            return persons;
        }
        String query = "SELECT DISTINCT who FROM (SELECT unnest([pseudonym, anonymous_pseudonym]) AS who FROM "
                + table(files) + ") WHERE who IS NOT NULL";
        try (Connection database = open();
                Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                persons.add(found.getString(1));
            }
        } catch (SQLException e) {
            throw new IOException("The archive can't be searched: " + e.getMessage(), e);
        }
        return persons;
    }

    /** The rows of a person, each once and in the order of the log; values as JSON has them, and nothing that is null. */
    public List<Map<String, Object>> of(List<Path> files, String pseudonym, int limit) throws IOException {
        if (files.isEmpty()) {
            return List.of();
        }
        String query = "SELECT to_json(COLUMNS(* EXCLUDE (" + Columns.PARTITION + ", " + Columns.OFFSET
                + "))) FROM (SELECT * FROM " + table(files)
                + " WHERE pseudonym = ? QUALIFY row_number() OVER (PARTITION BY " + Columns.PARTITION + ", "
                + Columns.OFFSET + ") = 1 ORDER BY " + Columns.PARTITION + ", " + Columns.OFFSET + " LIMIT " + limit
                + ")";
        try (Connection database = open();
                PreparedStatement statement = database.prepareStatement(query)) {
            statement.setString(1, pseudonym);
            try (ResultSet found = statement.executeQuery()) {
                return rows(found);
            }
        } catch (SQLException e) {
            throw new IOException("The archive can't be read: " + e.getMessage(), e);
        }
    }

    /** A file without these persons' rows. Where one is only the browser of somebody else, the browser's name goes. */
    public void without(Path file, Collection<String> pseudonyms, Path target) throws IOException {
        String persons = list(pseudonyms);
        execute("COPY (SELECT * REPLACE (CASE WHEN anonymous_pseudonym IN " + persons
                + " THEN NULL ELSE anonymous_pseudonym END AS anonymous_pseudonym) FROM read_parquet(" + text(file)
                + ", hive_partitioning=false) WHERE pseudonym NOT IN " + persons + ") TO " + text(target) + OPTIONS);
    }

    /** The files with rows of these persons that came under the person's version of a consent or an earlier one. */
    public Set<Path> upTo(List<Path> files, Map<String, Long> versions) throws IOException {
        Set<Path> touched = new HashSet<>();
        if (files.isEmpty() || versions.isEmpty()) {
            return touched;
        }
        String query = "SELECT DISTINCT filename FROM " + table(files) + " AS row WHERE " + under(versions);
        try (Connection database = open();
                Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                touched.add(Path.of(found.getString(1)));
            }
        } catch (SQLException e) {
            throw new IOException("The archive can't be searched: " + e.getMessage(), e);
        }
        return touched;
    }

    /** A file without those rows. */
    public void without(Path file, Map<String, Long> versions, Path target) throws IOException {
        execute("COPY (SELECT * FROM read_parquet(" + text(file) + ", hive_partitioning=false) AS row WHERE NOT "
                + under(versions) + ") TO " + text(target) + OPTIONS);
    }

    private static String under(Map<String, Long> versions) {
        return versions.entrySet().stream()
                .map(one -> "(" + quoted(one.getKey()) + ", " + one.getValue() + ")")
                .collect(Collectors.joining(
                        ", ",
                        "EXISTS (SELECT 1 FROM (VALUES ",
                        ") AS refused (who, version) WHERE who = row.pseudonym AND row.consent_version <= version)"));
    }

    private static List<Map<String, Object>> rows(ResultSet found) throws SQLException, IOException {
        ResultSetMetaData columns = found.getMetaData();
        List<Map<String, Object>> rows = new ArrayList<>();
        while (found.next()) {
            Map<String, Object> row = new LinkedHashMap<>();
            for (int column = 1; column <= columns.getColumnCount(); column++) {
                String json = found.getString(column);
                Object value = json == null ? null : JSON.readValue(json, Object.class);
                if (value != null) {
                    row.put(columns.getColumnLabel(column), value);
                }
            }
            rows.add(row);
        }
        return rows;
    }

    private void execute(String sql) throws IOException {
        try (Connection database = open();
                Statement statement = database.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IOException("A file of the archive can't be written: " + e.getMessage(), e);
        }
    }

    private Connection open() throws SQLException {
        // Not by the DriverManager: it doesn't see the class loader of a Quarkus application.
        Connection database = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
        try (Statement statement = database.createStatement()) {
            statement.execute("SET memory_limit='" + memoryLimit.replace("'", "") + "'");
            statement.execute("SET threads=1");
            statement.execute("SET temp_directory=" + text(temporary.resolve("spill")));
            // Nothing is fetched from anywhere.
            statement.execute("SET autoinstall_known_extensions=false");
            statement.execute("SET TimeZone='UTC'");
            return database;
        } catch (SQLException e) {
            database.close();
            throw e;
        }
    }

    private static String table(List<Path> files) {
        String names = files.stream().map(ParquetFiles::text).collect(Collectors.joining(", "));
        return "read_parquet([" + names + "], union_by_name=true, hive_partitioning=false)";
    }

    private static String list(Collection<String> texts) {
        return texts.stream().map(ParquetFiles::quoted).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String text(Path path) {
        return quoted(path.toString());
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
