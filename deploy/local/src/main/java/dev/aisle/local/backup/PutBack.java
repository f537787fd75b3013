package dev.aisle.local.backup;

import dev.aisle.contracts.Topic;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.DatabaseFiles;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts a backup in the place of what a stack has. What is replaced is moved aside. Kafka stays as it is, for it knows what was erased and withdrawn
 * since; only a broker that has nothing gets the copied topics.
 */
public final class PutBack {
    private static final Set<Part> STORES = Set.of(Part.POSTGRES, Part.KAFKA);
    private static final String MARK = "p1.erased.";
    private final Layout layout;
    private final Stack stack;
    private final Progress progress;
    private final Path folder;

    /** Of a folder that {@link TakeBackup} has written. */
    public PutBack(Stack stack, Progress progress, Path folder) {
        this.layout = stack.layout();
        this.stack = stack;
        this.progress = progress;
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** Says what would be lost and what would come again; changes nothing. */
    public void tell() {
        var backup = checked();
        var started = STORES.stream().filter(part -> !stack.isUp(Set.of(part))).collect(Collectors.toSet());
        stack.up(STORES);
        try {
            tell(backup);
        } finally {
            stack.stop(started);
        }
    }

    private Manifest checked() {
        var backup = Manifest.read(folder);
        Checksums.check(folder);
        Schemas.misfit(backup.schemas(), layout).ifPresent(reason -> {
            throw new CommandFailure(reason);
        });
        return backup;
    }

    private void tell(Manifest backup) {
        sameServer(backup);
        var age = Duration.between(backup.takenAt(), Instant.now());
        progress.say("The backup is of " + backup.takenAt() + ", " + age.toHours() + " h " + age.toMinutesPart()
                + " min ago; every file is as it was written.");
        var now = Schemas.rows(layout.ports());
        progress.say("Rows of the tables, now and in the backup, where they differ:");
        now.forEach((table, rows) -> {
            var then = backup.rows().getOrDefault(table, 0L);
            if (!then.equals(rows)) {
                progress.say("  %-44s %,12d → %,12d".formatted(table, rows, then));
            }
        });
        if (KeptTopics.areEmpty(layout.ports())) {
            progress.say("The broker has nothing: it gets "
                    + backup.told().values().stream().mapToLong(Long::longValue).sum()
                    + " records of the backup.");
            progress.say(
                    "If a shop went on after this backup on another broker: who was erased or withdrew there since isn't"
                            + " known here, and is as before. Erase again whom you know of, or put that broker's own copy back first.");
            return;
        }
        var places = Places.now(layout.ports());
        var again = behind(backup).entrySet().stream()
                .mapToLong(place -> places.getOrDefault(place.getKey(), 0L) - place.getValue())
                .sum();
        progress.say("The services read " + again + " records of Kafka again; each has its effect once.");
        progress.say(KeptTopics.keysSince(layout.ports(), Topic.ERASURES, backup.takenAt(), key -> key.startsWith(MARK))
                + " people were erased since: they are erased again before a service is ready.");
        progress.say(KeptTopics.keysSince(layout.ports(), Topic.CONSENTS, backup.takenAt(), key -> true)
                + " people have said something about their consent since: it holds.");
        progress.say("Lost are what people of the shop entered since (campaigns, coupons, segments, notices, holds, the"
                + " audit log's end), requests and their receipts, and decisions shown since.");
    }

    private Map<String, Long> behind(Manifest backup) {
        return Places.behind(backup, Places.now(layout.ports()), Places.topics(layout.ports()));
    }

    private void sameServer(Manifest backup) {
        var here = DatabaseFiles.serverVersion(layout);
        if (!major(here).equals(major(backup.postgres()))) {
            throw new CommandFailure("The backup is of PostgreSQL " + backup.postgres() + ", here runs " + here
                    + ": its files can be read by the same major version only.");
        }
    }

    private static String major(String version) {
        return version.split("\\.", -1)[0];
    }

    /** Does it; returns when every service has erased again what it must, and is ready. Answers where the replaced data lies. */
    public Path run() {
        var backup = checked();
        stack.up(STORES);
        sameServer(backup);
        var behind = behind(backup);
        stack.down();
        var aside = moveAside();
        try {
            DatabaseCopy.putBack(layout, folder.resolve(TakeBackup.DATABASE));
            for (var name : TakeBackup.FOLDERS) {
                if (Files.isDirectory(folder.resolve(name))) {
                    CopiedFolder.copy(folder.resolve(name), layout.data().resolve(name));
                }
            }
            if (Files.isDirectory(layout.data().resolve("archive"))) {
                // The archive takes out who was erased since, before it goes on.
                Files.createFile(layout.data().resolve("archive/restored"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The backup can't be put back; what was there before lies in " + aside, e);
        }
        progress.step("databases, models, archive and keys are those of " + backup.takenAt());
        stack.up(STORES);
        if (KeptTopics.areEmpty(layout.ports())) {
            KeptTopics.putBack(layout.ports(), folder.resolve(TakeBackup.TOPICS));
            progress.step("the broker had nothing and got the topics of the backup");
        } else {
            Places.set(layout.ports(), behind);
        }
        nothingTwice();
        stack.up(Part.all());
        return aside;
    }

    private void nothingTwice() {
        try (var connection = DatabaseFiles.connect(layout.ports(), "campaign");
                var statement = connection.createStatement()) {
            try (var found = statement.executeQuery("select to_regclass('public.journey') is not null")) {
                found.next();
                if (!found.getBoolean(1)) {
                    return;
                }
            }
            statement.execute(Schemas.afterRestore(layout, "campaign"));
        } catch (SQLException e) {
            throw new CommandFailure("The waiting messages can't be set aside: " + e.getMessage(), e);
        }
    }

    private Path moveAside() {
        var aside = layout.home()
                .resolve("before-restore-" + Instant.now().toString().replace(':', '.'));
        try {
            Files.createDirectories(aside);
            for (var name : List.of("postgres", "models", "archive", "keys")) {
                if (Files.exists(layout.data().resolve(name))) {
                    Files.move(layout.data().resolve(name), aside.resolve(name));
                }
            }
            return aside;
        } catch (IOException e) {
            throw new UncheckedIOException("What is there can't be moved to " + aside, e);
        }
    }
}
