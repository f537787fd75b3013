package dev.aisle.local.libraries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTest {
    private static Library jar(Path folder, String name, String... times) throws IOException {
        Path file = folder.resolve(name);
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            for (String time : times) {
                JarEntry entry = new JarEntry(time);
                entry.setTime(Instant.parse(time).toEpochMilli());
                jar.putNextEntry(entry);
                jar.closeEntry();
            }
        }
        return Library.of(file);
    }

    @Test
    void theNewestFileTellsTheAgeAndTheOldestComesFirst(@TempDir Path folder) throws IOException {
        Library old = jar(folder, "a.old-1.0.jar", "2019-03-04T12:00:00Z", "2018-01-01T12:00:00Z");
        Library recent = jar(folder, "a.recent-2.0.jar", "2026-01-02T12:00:00Z");
        Library silent = jar(folder, "a.silent-3.0.jar", "1980-02-01T12:00:00Z");

        assertThat(old).isEqualTo(new Library("a.old-1.0", java.util.Optional.of(LocalDate.of(2019, 3, 4))));
        assertThat(Stream.of(silent, recent, old).sorted(Library.OLDEST_FIRST)).containsExactly(old, recent, silent);
    }
}
