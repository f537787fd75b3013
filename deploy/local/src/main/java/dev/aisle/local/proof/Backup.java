package dev.aisle.local.proof;

import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.stack.DatabaseFiles;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Set;

/** A copy of the database's files, taken while it runs, and put back later. */
final class Backup {
    private final Layout layout;
    private final Path copy;

    private Backup(Layout layout, Path copy) {
        this.layout = layout;
        this.copy = copy;
    }

    /** PostgreSQL's own way: between its two calls the files may be copied, and its label makes the copy consistent. */
    static Backup take(Layout layout) {
        Backup backup = new Backup(layout, layout.home().resolve("backup"));
        try (var connection = DatabaseFiles.connect(layout.ports(), "postgres");
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_backup_start('proof', true)");
            backup.copy(DatabaseFiles.folder(layout), backup.copy);
            try (var label = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
                label.next();
                Files.writeString(backup.copy.resolve("backup_label"), label.getString(1));
            }
            backup.copy(DatabaseFiles.folder(layout).resolve("pg_wal"), backup.copy.resolve("pg_wal"));
            Files.deleteIfExists(backup.copy.resolve("postmaster.pid"));
            return backup;
        } catch (SQLException | IOException e) {
            throw new CommandFailure("The database can't be copied: " + e.getMessage(), e);
        }
    }

    /** Puts it back: the database is as it was when it was taken, everything else as it is now. */
    void restore(Stack stack) {
        stack.stop(Set.of(Part.POSTGRES, Part.PROFILE, Part.RECOMMENDER, Part.CAMPAIGN, Part.PRIVACY));
        try {
            delete(DatabaseFiles.folder(layout));
            copy(copy, DatabaseFiles.folder(layout));
            delete(copy);
        } catch (IOException e) {
            throw new UncheckedIOException("The copy can't be put back", e);
        }
        stack.up(Part.all());
    }

    private void copy(Path from, Path to) throws IOException {
        var owner = Files.getOwner(from);
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Path target = to.resolve(from.relativize(folder).toString());
                Files.createDirectories(target);
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwx------"));
                Files.setOwner(target, owner);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path target = to.resolve(from.relativize(file).toString());
                try {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                    Files.setOwner(target, owner);
                } catch (NoSuchFileException e) {
                    return FileVisitResult.CONTINUE;
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void delete(Path folder) throws IOException {
        try (var inside = Files.walk(folder)) {
            for (Path path : inside.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
