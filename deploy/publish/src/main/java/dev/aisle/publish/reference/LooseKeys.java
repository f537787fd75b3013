package dev.aisle.publish.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keys that are read one by one, not by a mapping: constructors' parameters and the scheduler's times. What they do is told in {@code keys.properties}. */
final class LooseKeys {
    private static final Pattern PARAMETER = Pattern.compile(
            "@ConfigProperty\\(\\s*name = \"(aisle\\.[a-z0-9.-]+)\"(?:,\\s*defaultValue = \"([^\"]*)\")?\\s*\\)\\s+(?:final )?([A-Za-z<>]+)");
    private static final Pattern SCHEDULED = Pattern.compile("\"\\$?\\{(aisle\\.[a-z0-9.-]+)(?::([^}]*))?\\}\"");

    private LooseKeys() {}

    /**
     * By their names.
     *
     * @param standards what property files set
     */
    static Map<String, Key> read(Path project, Standards standards) {
        Map<String, Key> keys = new TreeMap<>();
        Properties told = told();
        for (String module : Standards.MODULES) {
            for (Path file : javaFiles(project.resolve(module).resolve("src/main/java"))) {
                String text = text(file);
                for (Matcher found = PARAMETER.matcher(text); found.find(); ) {
                    add(keys, told, standards, module, found.group(1), found.group(2), found.group(3));
                }
                for (Matcher found = SCHEDULED.matcher(text); found.find(); ) {
                    add(keys, told, standards, module, found.group(1), found.group(2), "Duration");
                }
            }
        }
        // Those that are read in another way, such as the folder of secrets, which is needed before there is a
        // configuration.
        for (String key : told.stringPropertyNames()) {
            if (!keys.containsKey(key) && named(project, key)) {
                keys.put(key, new Key(key, Forms.of("String"), "", false, told.getProperty(key, "")));
            }
        }
        for (String key : standards.keys()) {
            if (!keys.containsKey(key)) {
                add(keys, told, standards, "", key, null, "String");
            }
        }
        return keys;
    }

    private static boolean named(Path project, String key) {
        return Standards.MODULES.stream()
                .flatMap(module -> javaFiles(project.resolve(module).resolve("src/main/java")).stream())
                .anyMatch(file -> text(file).contains('"' + key + '"'));
    }

    @SuppressWarnings("NullAway") // A group that didn't match is null.
    private static void add(
            Map<String, Key> keys,
            Properties told,
            Standards standards,
            String module,
            String name,
            @org.jspecify.annotations.Nullable String written,
            String type) {
        String standard = Stream.concat(Stream.of(module, "platform"), Standards.MODULES.stream())
                .map(one -> standards.of(one, name))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> Optional.ofNullable(written))
                .orElse("");
        boolean required = standard.isEmpty() && !type.startsWith("Optional");
        Key known = keys.get(name);
        if (known == null || (known.standard().isEmpty() && !standard.isEmpty())) {
            keys.put(name, new Key(name, Forms.of(type), standard, required, told.getProperty(name, "")));
        }
    }

    /** What {@code keys.properties} tells, by key. */
    static Properties told() {
        Properties told = new Properties();
        try (InputStream in = Objects.requireNonNull(LooseKeys.class.getResourceAsStream("keys.properties"))) {
            told.load(in);
            return told;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read keys.properties", e);
        }
    }

    private static List<Path> javaFiles(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return new ArrayList<>(all.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + folder, e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
