package dev.aisle.federate;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** A file of {@code key=value} lines. Keys that nobody reads are an error, so that a typing mistake isn't a default. */
final class ConfigFile {
    private final Path file;
    private final Properties values = new Properties();
    private final Set<String> read = new HashSet<>();

    ConfigFile(Path file) {
        this.file = file;
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            values.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new UsageException("--config " + file + " can't be read: " + e.getMessage());
        }
    }

    Optional<String> optional(String key) {
        read.add(key);
        return Optional.ofNullable(values.getProperty(key)).map(String::trim).filter(value -> !value.isEmpty());
    }

    String text(String key) {
        return optional(key).orElseThrow(() -> new UsageException(file + ": " + key + " is missing"));
    }

    /** Relative to the folder of the file. */
    Path path(String key) {
        return file.toAbsolutePath().resolveSibling(text(key));
    }

    double number(String key, double absent) {
        try {
            return optional(key).map(Double::parseDouble).orElse(absent);
        } catch (NumberFormatException e) {
            throw new UsageException(file + ": " + key + ": expected a number, was " + text(key));
        }
    }

    int whole(String key, int absent) {
        try {
            return optional(key).map(Integer::parseInt).orElse(absent);
        } catch (NumberFormatException e) {
            throw new UsageException(file + ": " + key + ": expected a whole number, was " + text(key));
        }
    }

    /** @throws UsageException when there are keys that weren't asked for */
    void done() {
        for (String key : values.stringPropertyNames()) {
            if (!read.contains(key)) {
                throw new UsageException(file + ": there is no key " + key + "; expected some of "
                        + String.join(", ", read.stream().sorted().toList()));
            }
        }
    }

    Credentials credentials() {
        return Credentials.read(path("key-store"), text("key-store-password").toCharArray(), path("authority"));
    }
}
