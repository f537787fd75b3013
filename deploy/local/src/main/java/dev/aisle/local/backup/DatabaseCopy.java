package dev.aisle.local.backup;

import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Folders;
import dev.aisle.local.stack.DatabaseFiles;
import dev.aisle.local.stack.Layout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** The files of the database server with all databases in it, of one moment. */
public final class DatabaseCopy {
    private DatabaseCopy() {}

    /**
     * Copies them while the server runs. PostgreSQL's own way: between its two calls the files may be copied, and its label makes the copy
     * consistent as of the second.
     */
    public static void take(Layout layout, Path copy) {
        try (var connection = DatabaseFiles.connect(layout.ports(), "postgres");
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_backup_start('aisle', true)");
            CopiedFolder.copy(DatabaseFiles.folder(layout), copy);
            try (var label = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
                label.next();
                Files.writeString(copy.resolve("backup_label"), label.getString(1));
            }
            CopiedFolder.copy(DatabaseFiles.folder(layout).resolve("pg_wal"), copy.resolve("pg_wal"));
            Files.deleteIfExists(copy.resolve("postmaster.pid"));
        } catch (SQLException | IOException e) {
            throw new CommandFailure("The database can't be copied: " + e.getMessage(), e);
        }
    }

    /** Puts a copy in the place of what is there. The server doesn't run. */
    public static void putBack(Layout layout, Path copy) {
        try {
            Folders.delete(DatabaseFiles.folder(layout));
            CopiedFolder.copy(copy, DatabaseFiles.folder(layout));
        } catch (IOException e) {
            throw new UncheckedIOException("The copy of the database can't be put back", e);
        }
    }
}
