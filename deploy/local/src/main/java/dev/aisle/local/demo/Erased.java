package dev.aisle.local.demo;

import dev.aisle.local.importer.Collected;
import dev.aisle.local.shell.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Who was erased in earlier runs of the demo: feeding them again would bring them back. */
final class Erased {
    private final Path file;

    Erased(Path file) {
        this.file = file;
    }

    Collected without(Collected data) {
        var erased = names();
        return erased.isEmpty() ? data : data.withoutPeople(erased);
    }

    private List<String> names() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new CommandFailure("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    void add(String customer) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, customer + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new CommandFailure("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
