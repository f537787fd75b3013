package dev.aisle.platform.tracing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The headers that the collector wants: those of the configuration, and those of a file, a {@code name: value} a line, which is read anew for each delivery, so that a
 * token can be changed while the service runs. A name with a dash can't be set by the environment, in a file it can.
 */
final class CollectorHeaders implements Supplier<Map<String, String>> {
    private final Map<String, String> configured;
    private final Optional<Path> file;

    CollectorHeaders(Map<String, String> configured, Optional<Path> file) {
        this.configured = Map.copyOf(configured);
        this.file = file;
    }

    @Override
    public Map<String, String> get() {
        Map<String, String> all = new HashMap<>(configured);
        file.ifPresent(path -> read(path, all));
        return all;
    }

    private static void read(Path path, Map<String, String> into) {
        List<String> lines;
        try {
            lines = Files.readAllLines(path);
        } catch (IOException e) {
            throw new IllegalStateException("aisle.traces.headers-file: " + path + " can't be read", e);
        }
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int colon = line.indexOf(':');
            if (colon < 1) {
                // The line itself may be a secret.
                throw new IllegalStateException("aisle.traces.headers-file: line " + number + " of " + path
                        + " isn't a header such as \"authorization: Bearer …\"");
            }
            into.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }
    }
}
