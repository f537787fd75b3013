package dev.aisle.publish.reference;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Every key that a shop may set, read from the sources, as a page. */
public final class Configuration {
    private static final String HEAD = """
        # Configuration

        Every key of Aisle's own, with its form, its unit and what holds when nothing is set. This page is read from the sources; a key that tells nothing
        fails the build.

        A key is set by the environment in capitals with underscores (`aisle.messages.lease` is `AISLE_MESSAGES_LEASE`), by a file named in
        `SMALLRYE_CONFIG_LOCATIONS`, or by `-D` for a JVM. What you name yourself stands in `<angle brackets>`; such a key goes into a file, for instance
        `aisle.retention.keep."served"=P14D`. A service doesn't start with a misspelt key below one of these prefixes, nor without one that is *needed*.
        """;
    private final List<Mapping> mappings;
    private final Map<String, Key> loose;

    private Configuration(List<Mapping> mappings, Map<String, Key> loose) {
        this.mappings = List.copyOf(mappings);
        this.loose = loose;
    }

    /** Reads a project. */
    public static Configuration of(Path project) {
        Standards standards = new Standards(project);
        List<Mapping> mappings = new Mappings(project, standards).read();
        Map<String, Key> loose = new TreeMap<>(LooseKeys.read(project, standards));
        loose.keySet().removeIf(name -> mapped(mappings, name));
        return new Configuration(mappings, loose);
    }

    private static boolean mapped(List<Mapping> mappings, String name) {
        return mappings.stream().flatMap(mapping -> mapping.keys().stream()).anyMatch(key -> means(key.name(), name));
    }

    /** Whether a written key is one with names of the shop's own in it. */
    private static boolean means(String key, String written) {
        String pattern = Pattern.quote(key)
                .replace("\"<name>\"", "\\E(?:\"[^\"]+\"|[^.]+)\\Q")
                .replace("<n>", "\\E\\d+\\Q");
        return written.matches(pattern);
    }

    /** Keys that don't tell what they do; a build has none. */
    public List<String> untold() {
        return java.util.stream.Stream.concat(
                        mappings.stream().flatMap(mapping -> mapping.keys().stream()), loose.values().stream())
                .filter(key -> key.told().isEmpty())
                .map(Key::name)
                .toList();
    }

    /** The names of all keys. */
    public List<String> names() {
        return java.util.stream.Stream.concat(
                        mappings.stream().flatMap(mapping -> mapping.keys().stream()), loose.values().stream())
                .map(Key::name)
                .toList();
    }

    /** The page, in Markdown. */
    public String page() {
        StringBuilder page = new StringBuilder(HEAD);
        String module = "";
        for (Mapping mapping : mappings) {
            if (!mapping.module().equals(module)) {
                module = mapping.module();
                page.append("\n## ")
                        .append(module.equals("platform") ? "Every service" : module)
                        .append('\n');
            }
            page.append("\n### ")
                    .append(mapping.prefix())
                    .append("\n\n")
                    .append(mapping.told())
                    .append("\n\n");
            table(page, mapping.keys());
        }
        page.append("\n## Single keys\n\n");
        table(page, List.copyOf(loose.values()));
        return page.toString();
    }

    private static void table(StringBuilder page, List<Key> keys) {
        page.append("| key | form | usual | what it does |\n|---|---|---|---|\n");
        for (Key key : keys) {
            String standard = key.required() ? "*needed*" : Markup.code(key.standard());
            page.append("| ")
                    .append(Markup.code(key.name()))
                    .append(" | ")
                    .append(key.form().replace("|", "\\|"))
                    .append(" | ")
                    .append(standard)
                    .append(" | ")
                    .append(Markup.cell(key.told()))
                    .append(" |\n");
        }
    }
}
