package dev.aisle.local.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Parquet files as text: their columns are compressed on disk. */
final class ParquetText implements AutoCloseable {
    private final Connection database;

    ParquetText() throws IOException {
        try {
            database = DriverManager.getConnection("jdbc:duckdb:");
            try (var statement = database.createStatement()) {
                statement.execute("SET autoinstall_known_extensions=false");
            }
        } catch (SQLException e) {
            throw new IOException("Files of the archive can't be read: " + e.getMessage(), e);
        }
    }

    /** A file's rows as lines of JSON. */
    byte[] rows(Path file) throws IOException {
        Path text = Files.createTempFile("aisle-proof", ".json");
        try (var statement = database.createStatement()) {
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

    @Override
    public void close() throws IOException {
        try {
            database.close();
        } catch (SQLException e) {
            throw new IOException("DuckDB can't be closed: " + e.getMessage(), e);
        }
    }
}
