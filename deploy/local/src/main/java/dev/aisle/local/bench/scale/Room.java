package dev.aisle.local.bench.scale;

import dev.aisle.local.bench.profile.Tables;
import dev.aisle.local.stack.Layout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What databases and folders take on disk.
 *
 * @param bytes by name
 */
record Room(Map<String, Long> bytes) {
    private static final List<String> DATABASES = List.of("profile", "recommender", "campaign", "privacy");
    private static final List<String> FOLDERS = List.of("refine", "kafka", "archive");

    static Room of(Layout layout) {
        Map<String, Long> bytes = new LinkedHashMap<>();
        for (String database : DATABASES) {
            try (Tables tables = new Tables(layout.ports(), database)) {
                // Free space that a later row would take isn't what a row takes, but databases that live have it too.
                bytes.put(database, tables.number("select pg_database_size(current_database())"));
            }
        }
        FOLDERS.forEach(folder -> bytes.put(folder, size(layout.data().resolve(folder))));
        return new Room(bytes);
    }

    private static long size(Path folder) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toFile)
                    .filter(file -> file.isFile())
                    .mapToLong(file -> file.length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look at " + folder, e);
        }
    }

    Room minus(Room before) {
        Map<String, Long> more = new LinkedHashMap<>();
        bytes.forEach((name, now) -> more.put(name, now - before.of(name)));
        return new Room(more);
    }

    long of(String name) {
        return bytes.getOrDefault(name, 0L);
    }

    List<String> lines(long events, int people) {
        return bytes.entrySet().stream()
                .map(one -> String.format(
                        Locale.ROOT,
                        "  room of %s: %.0f bytes an event, or %.0f a person",
                        one.getKey(),
                        one.getValue() / (double) events,
                        one.getValue() / (double) people))
                .toList();
    }
}
