package dev.aisle.local.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A Parquet file as text: its columns are compressed on disk. */
final class ParquetText {
    private ParquetText() {}

    /** Its rows as lines of JSON. */
    static byte[] rows(Path file) throws IOException {
        Path text = Files.createTempFile("aisle-proof", ".json");
        try (var database = DriverManager.getConnection("jdbc:duckdb:");
                var statement = database.createStatement()) {
            statement.execute("SET autoinstall_known_extensions=false");
            statement.execute("COPY (SELECT * FROM read_parquet('" + quoted(file) + "', hive_partitioning=false)) TO '"
                    + quoted(text) + "' (FORMAT json)");
            return Files.readAllBytes(text);
        } catch (SQLException e) {
            throw new IOException("This file of the archive can't be read: " + file + ", " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(text);
        }
    }

    private static String quoted(Path path) {
        return path.toString().replace("'", "''");
    }
}
