package dev.aisle.ingest.archive;

import dev.aisle.ingest.archive.files.ArchiveDirectory;
import dev.aisle.ingest.archive.files.Steps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;

/** Reads an archive as an analyst would. */
public final class ParquetRows {
    private ParquetRows() {}

    /** The first column of each row, as text, times in UTC; {@code %s} stands for the archive. Nothing while there is no file. */
    public static List<String> of(Path root, String sql) {
        try {
            return new ArchiveDirectory(root, Steps.UNWATCHED)
                    .read(files -> files.isEmpty() ? List.of() : rows(root, sql));
        } catch (IOException e) {
            throw new AssertionError("The archive can't be read: " + e.getMessage(), e);
        }
    }

    private static List<String> rows(Path root, String sql) throws IOException {
        String table = "read_parquet('" + root + "/day=*/*.parquet', hive_partitioning=true, union_by_name=true)";
        List<String> values = new ArrayList<>();
        try (Connection database = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                Statement statement = database.createStatement()) {
            statement.execute("SET TimeZone='UTC'");
            try (ResultSet rows = statement.executeQuery(sql.formatted(table))) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** Every file below {@code day=…}. */
    public static List<Path> files(Path root) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".parquet")
                            && file.getParent().getFileName().toString().startsWith("day="))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
