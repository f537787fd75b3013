package dev.aisle.local.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.local.shell.CommandFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The memory of what was started, written at each start and before anything is waited for: also after a
 * {@code kill -9} of {@code up}, {@code down} finds every process.
 */
final class StateFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Path file;

    StateFile(Path file) {
        this.file = file;
    }

    synchronized List<Running> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            var found = new ArrayList<Running>();
            for (var node : JSON.readTree(Files.readString(file)).path("processes")) {
                Part.named(node.path("part").asText())
                        .ifPresent(part -> found.add(new Running(
                                part,
                                node.path("pid").asLong(),
                                node.path("mark").asText(),
                                node.path("port").asInt(),
                                Instant.parse(node.path("startedAt").asText()))));
            }
            return found;
        } catch (JsonProcessingException e) {
            throw new CommandFailure(file + " cannot be read: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** Those of the remembered processes that still live. */
    List<Running> alive() {
        return read().stream().filter(Running::alive).toList();
    }

    Optional<Running> alive(Part part) {
        return alive().stream().filter(running -> running.part() == part).findFirst();
    }

    synchronized void add(Running running) {
        var all = new ArrayList<>(read());
        all.removeIf(other -> other.part() == running.part());
        all.add(running);
        write(all);
    }

    synchronized void remove(List<Running> gone) {
        var all = new ArrayList<>(read());
        all.removeAll(gone);
        write(all);
    }

    private void write(List<Running> all) {
        var root = JSON.createObjectNode();
        var processes = root.putArray("processes");
        all.forEach(running -> processes.add(node(running)));
        try {
            Files.createDirectories(file.getParent());
            var next = file.resolveSibling(file.getFileName() + ".next");
            Files.writeString(next, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    private static ObjectNode node(Running running) {
        return JSON.createObjectNode()
                .put("part", running.part().label())
                .put("pid", running.pid())
                .put("mark", running.mark())
                .put("port", running.port())
                .put("startedAt", running.startedAt().toString());
    }
}
