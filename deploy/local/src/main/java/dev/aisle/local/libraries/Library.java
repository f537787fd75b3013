package dev.aisle.local.libraries;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.jar.JarFile;

/**
 * A library as it is packaged.
 *
 * @param name of its file without the ending: {@code group.artifact-version}
 * @param newest day of its newest entry; empty when its build writes the same time into each, as reproducible ones do
 */
record Library(String name, Optional<LocalDate> newest) {
    /** Reproducible builds write a time from before there was Java. */
    private static final Instant REPRODUCIBLE = Instant.parse("1996-01-23T00:00:00Z");

    /** The oldest first; those that don't tell come last. */
    static final Comparator<Library> OLDEST_FIRST = Comparator.comparing(
                    (Library library) -> library.newest().orElse(LocalDate.MAX))
            .thenComparing(Library::name);

    static Library of(Path jar) throws IOException {
        String file = jar.getFileName().toString();
        try (JarFile entries = new JarFile(jar.toFile())) {
            Optional<LocalDate> newest = entries.stream()
                    .map(entry -> Optional.ofNullable(entry.getLastModifiedTime()))
                    .flatMap(Optional::stream)
                    .map(FileTime::toInstant)
                    .filter(time -> time.isAfter(REPRODUCIBLE))
                    .max(Comparator.naturalOrder())
                    .map(time -> LocalDate.ofInstant(time, ZoneOffset.UTC));
            return new Library(file.substring(0, file.length() - ".jar".length()), newest);
        }
    }
}
