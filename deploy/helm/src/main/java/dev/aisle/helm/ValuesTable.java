package dev.aisle.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The values of the chart as the comments of values.yaml tell them: {@code # -- text} stands above its key. */
final class ValuesTable {
    private static final Pattern KEY = Pattern.compile("^( *)([A-Za-z]\\w*):.*$");
    private static final Pattern TEXT = Pattern.compile("^ *# -- (.*)$");
    private static final String BEGIN = "<!-- values: written by ./aisle k8s render -->";
    private static final String END = "<!-- end of values -->";

    private final Path file;

    ValuesTable(Path file) {
        this.file = file;
    }

    private record Level(int indent, String key) {}

    /** Descriptions by path, such as {@code image.tag}. */
    Map<String, String> descriptions() throws IOException {
        var all = new LinkedHashMap<String, String>();
        Deque<Level> levels = new ArrayDeque<>();
        Optional<String> text = Optional.empty();
        for (String line : Files.readAllLines(file)) {
            Matcher comment = TEXT.matcher(line);
            if (comment.matches()) {
                text = Optional.of(comment.group(1));
                continue;
            }
            Matcher key = KEY.matcher(line);
            if (key.matches()) {
                int indent = key.group(1).length();
                while (!levels.isEmpty() && levels.getLast().indent() >= indent) {
                    levels.removeLast();
                }
                levels.addLast(new Level(indent, key.group(2)));
                String path = levels.stream().map(Level::key).collect(Collectors.joining("."));
                text.ifPresent(found -> all.put(path, found));
                text = Optional.empty();
            }
        }
        return all;
    }

    /** The defaults. */
    JsonNode defaults() throws IOException {
        return new YAMLMapper().readTree(file.toFile());
    }

    /** A page with the table between its marks. */
    String into(String page) throws IOException {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException("The page has no place for the values: " + BEGIN + " … " + END);
        }
        return page.substring(0, begin + BEGIN.length()) + "\n" + table() + page.substring(end);
    }

    private String table() throws IOException {
        JsonNode defaults = defaults();
        var table = new StringBuilder("| value | default | |\n|---|---|---|\n");
        descriptions().forEach((path, text) -> {
            JsonNode value = defaults.at("/" + path.replace('.', '/'));
            table.append("| `")
                    .append(path)
                    .append("` | `")
                    .append(value.toString().replace("|", "\\|"))
                    .append("` | ")
                    .append(text.replace("|", "\\|"))
                    .append(" |\n");
        });
        return table.toString();
    }
}
