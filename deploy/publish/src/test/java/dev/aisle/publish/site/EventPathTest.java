package dev.aisle.publish.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of {@code docs/event-path}: each names classes with the package in which they stand. */
class EventPathTest {
    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern ROW = Pattern.compile("\\| (`\\w+`(?:, `\\w+`)*) \\| `([\\w.]+)` \\| .+ \\|");

    @Test
    void eachClassIsThereAndStandsInItsPackage() throws IOException {
        Set<String> classes = classes();
        List<String> missing = new ArrayList<>();
        for (Path page : pages()) {
            for (String line : Files.readAllLines(page)) {
                Matcher row = ROW.matcher(line);
                assertThat(line.startsWith("| `") && !row.matches())
                        .as(page + ": " + line)
                        .isFalse();
                if (row.matches()) {
                    Stream.of(row.group(1).replace("`", "").split(", "))
                            .map(name -> row.group(2) + "." + name)
                            .filter(name -> !classes.contains(name))
                            .forEach(name -> missing.add(page.getFileName() + ": " + name));
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(PROJECT.resolve("docs/event-path"))) {
            return files.filter(file -> file.toString().endsWith(".md")).toList();
        }
    }

    /** Names below {@code dev.aisle}. */
    private static Set<String> classes() throws IOException {
        Set<String> classes = new HashSet<>();
        try (Stream<Path> modules = Files.list(PROJECT)) {
            for (Path sources : modules.map(module -> module.resolve("src/main/java/dev/aisle"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(sources)) {
                    files.map(file -> sources.relativize(file).toString())
                            .filter(file -> file.endsWith(".java"))
                            .map(file -> file.substring(0, file.length() - ".java".length())
                                    .replace('/', '.'))
                            .forEach(classes::add);
                }
            }
        }
        return classes;
    }
}
