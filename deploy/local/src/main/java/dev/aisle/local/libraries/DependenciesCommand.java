package dev.aisle.local.libraries;

import dev.aisle.local.shell.Arguments;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** {@code dependencies}: each library that is packaged, the day of its newest file, and in which services it is; the oldest first. */
public final class DependenciesCommand {
    private static final String OWN = "dev.aisle.";

    private final Arguments arguments;
    private final Layout layout;
    private final Progress progress;

    public DependenciesCommand(Arguments arguments, Layout layout, Progress progress) {
        this.arguments = arguments;
        this.layout = layout;
        this.progress = progress;
    }

    /** Prints the list; fails when nothing is packaged. */
    public int run() {
        arguments.allow("port-base", "home", "older-than");
        var before = LocalDate.now(ZoneOffset.UTC).minusDays(arguments.number("older-than", 0));
        var services = services();
        if (services.isEmpty()) {
            throw new CommandFailure("Nothing is packaged yet. ./aisle build does it.");
        }
        int shown = 0;
        for (var library : services.keySet()) {
            if (library.newest().map(day -> day.isBefore(before)).orElse(!arguments.has("older-than"))) {
                var day = library.newest().map(LocalDate::toString).orElse("not told  ");
                progress.say(day + "  " + library.name() + "  ("
                        + String.join(", ", services.getOrDefault(library, Set.of())) + ")");
                shown++;
            }
        }
        progress.say(shown + " of " + services.size()
                + " libraries. What is known of their holes: docs/security/dependencies.md");
        return 0;
    }

    private Map<Library, Set<String>> services() {
        var services = new TreeMap<Library, Set<String>>(Library.OLDEST_FIRST);
        for (var part : packaged()) {
            for (var folder : List.of("main", "boot")) {
                for (var jar : jars(layout.project()
                        .resolve(part.label())
                        .resolve("target/quarkus-app/lib")
                        .resolve(folder))) {
                    services.computeIfAbsent(read(jar), _ -> new TreeSet<>())
                            .add(part.label().replace("-service", ""));
                }
            }
        }
        return services;
    }

    private static List<Part> packaged() {
        return Arrays.stream(Part.values()).filter(Part::isService).toList();
    }

    private static List<Path> jars(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(file -> file.getFileName().toString().endsWith(".jar")
                            && !file.getFileName().toString().startsWith(OWN))
                    .toList();
        } catch (IOException e) {
            throw new CommandFailure("Cannot read " + folder + ": " + e.getMessage(), e);
        }
    }

    private static Library read(Path jar) {
        try {
            return Library.of(jar);
        } catch (IOException e) {
            throw new CommandFailure("Cannot read " + jar + ": " + e.getMessage(), e);
        }
    }
}
