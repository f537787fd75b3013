package dev.aisle.local.backup;

import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Folders;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.DatabaseFiles;
import dev.aisle.local.stack.Layout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;

/** Copies everything that a running stack keeps. Nothing stops for it. */
public final class TakeBackup {
    /** What lies in files of ours: models, the event archive, keys of receipts. What refine keeps comes back from Kafka. */
    static final List<String> FOLDERS = List.of("models", "archive", "keys");

    static final String DATABASE = "postgres";
    static final String TOPICS = "topics";

    private final Layout layout;
    private final Progress progress;

    public TakeBackup(Layout layout, Progress progress) {
        this.layout = layout;
        this.progress = progress;
    }

    /** Into a folder that is new or empty. */
    public void into(Path folder) {
        makeEmpty(folder);
        var at = Instant.now();
        // First where was read up to, then the databases: reading again from there leaves nothing out.
        var places = Places.now(layout.ports());
        var topics = Places.topics(layout.ports());
        var schemas = Schemas.applied(layout.ports());
        // Before the registry of models and after it: files that it names mustn't be missing.
        copyFolders(folder, List.of("models"));
        DatabaseCopy.take(layout, folder.resolve(DATABASE));
        progress.step("databases copied");
        var rows = Schemas.rows(layout.ports());
        copyFolders(folder, FOLDERS);
        var told = KeptTopics.copy(layout.ports(), folder.resolve(TOPICS));
        progress.step("models, archive, keys and kept topics copied");
        Checksums.write(folder);
        new Manifest(at, DatabaseFiles.serverVersion(layout), schemas, rows, topics, places, told).write(folder);
    }

    private void copyFolders(Path folder, List<String> names) {
        try {
            for (var name : names) {
                if (Files.isDirectory(layout.data().resolve(name))) {
                    CopiedFolder.copy(layout.data().resolve(name), folder.resolve(name));
                }
            }
            // Of a writer that goes on; the copy has none.
            Folders.delete(folder.resolve("archive/unfinished"));
            Files.deleteIfExists(folder.resolve("archive/lock"));
        } catch (IOException e) {
            throw new UncheckedIOException("The backup can't be written to " + folder, e);
        }
    }

    /** For nobody else's eyes: it holds addresses and keys. */
    private static void makeEmpty(Path folder) {
        try {
            Files.createDirectories(folder);
            try (var inside = Files.list(folder)) {
                if (inside.findAny().isPresent()) {
                    throw new CommandFailure(folder + " isn't empty: a backup wants a folder of its own.");
                }
            }
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new CommandFailure("The backup can't be written to " + folder + ": " + e.getMessage(), e);
        }
    }
}
