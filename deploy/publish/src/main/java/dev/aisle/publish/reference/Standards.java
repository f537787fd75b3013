package dev.aisle.publish.reference;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the services' own property files set, before a shop sets anything. Lines of profiles, such as {@code %test}, don't count. */
final class Standards {
    static final List<String> MODULES = List.of(
            "event-ingest-service",
            "profile-service",
            "recommender-service",
            "campaign-service",
            "privacy-service",
            "assistant",
            "text",
            "platform");
    private static final Map<String, String> HOSTS =
            Map.of("assistant", "recommender-service", "text", "recommender-service");
    private final Map<String, Properties> files = new HashMap<>();

    Standards(Path project) {
        for (String module : MODULES) {
            Properties set = new Properties();
            Path resources = project.resolve(module).resolve("src/main/resources");
            for (String name : List.of("application.properties", "META-INF/microprofile-config.properties")) {
                load(set, resources.resolve(name));
            }
            files.put(module, set);
        }
    }

    private static void load(Properties into, Path file) {
        if (!Files.exists(file)) {
            return;
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            into.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** The value that a module's file sets a key to, or the file of the service which hosts the module. */
    Optional<String> of(String module, String key) {
        return Stream.of(module, HOSTS.getOrDefault(module, module))
                .map(one -> files.getOrDefault(one, new Properties()).getProperty(key))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The keys of Aisle that any file sets. */
    Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        files.values()
                .forEach(file -> file.stringPropertyNames().stream()
                        .filter(key -> key.startsWith("aisle."))
                        .forEach(keys::add));
        return keys;
    }
}
