package dev.aisle.local.importer;

import dev.aisle.local.client.Json;
import dev.aisle.local.shell.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;

/** How far an import has come, one number for each thing that is sent in order. Written after each answer. */
final class Checkpoint {
    private final Path file;
    private final Map<String, Integer> done = new TreeMap<>();

    private Checkpoint(Path file) {
        this.file = file;
    }

    static Checkpoint open(Path file) {
        var checkpoint = new Checkpoint(file);
        if (Files.exists(file)) {
            try {
                Json.read(Files.readString(file))
                        .properties()
                        .forEach(entry -> checkpoint.done.put(
                                entry.getKey(), entry.getValue().asInt()));
            } catch (IOException e) {
                throw new CommandFailure("Cannot read " + file + ": " + e.getMessage(), e);
            }
        }
        return checkpoint;
    }

    synchronized int of(String what) {
        return done.getOrDefault(what, 0);
    }

    synchronized boolean isBegun() {
        return !done.isEmpty();
    }

    synchronized void reached(String what, int count) {
        done.put(what, count);
        var json = Json.object();
        done.forEach(json::put);
        try {
            Files.createDirectories(file.getParent());
            var next = file.resolveSibling(file.getFileName() + ".next");
            Files.writeString(next, Json.write(json));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CommandFailure("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new CommandFailure("Cannot delete " + file + ": " + e.getMessage(), e);
        }
    }
}
