package dev.aisle.assistant.knowledge.domain;

import dev.aisle.assistant.knowledge.domain.ArticleEntry.Head;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Articles in Markdown, one after the other, each under a front matter of YAML. The next one begins where a line {@code ---} is followed by a
 * field such as {@code id:}, outside of fenced code.
 */
public final class MarkdownEntries {
    private static final Set<String> KEYS =
            Set.of("id", "locale", "state", "title", "tags", "products", "asks", "url", "validFrom", "validTo");
    private static final Pattern FENCE = Pattern.compile(" {0,3}(?:```+|~~~+).*");
    private static final Pattern FIELD = Pattern.compile("(?:" + String.join("|", KEYS) + "):.*");
    private static final int LONGEST_HEAD = 100_000;
    private static final int DEEPEST = 5;

    private final List<String> lines;
    private int at;

    private MarkdownEntries(String text) {
        this.lines = text.lines().toList();
    }

    /** All articles of a text; what can't be read is an entry that says why. */
    public static List<ArticleEntry> read(String text) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return new MarkdownEntries(plain).all();
    }

    private List<ArticleEntry> all() {
        List<ArticleEntry> entries = new ArrayList<>();
        while (at < lines.size() && lines.get(at).isBlank()) {
            at++;
        }
        while (at < lines.size()) {
            entries.add(next());
        }
        return entries;
    }

    private ArticleEntry next() {
        int first = at;
        boolean opened = isRule(lines.get(at));
        List<String> head = opened ? head() : List.of();
        String body = body();
        if (!opened) {
            return ArticleEntry.unreadable(
                    first + 1, "front matter", "an article begins with ---, id: and locale:, and --- again");
        }
        try {
            return entry(first, head, body);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine();
            return ArticleEntry.unreadable(first + 2 + line, "front matter", "is no YAML: " + e.getProblem());
        } catch (YAMLException e) {
            return ArticleEntry.unreadable(first + 1, "front matter", "must be key: value, a line each");
        }
    }

    /** The lines between two rules; goes behind the second one. */
    private List<String> head() {
        int from = ++at;
        while (at < lines.size() && !isRule(lines.get(at))) {
            at++;
        }
        List<String> head = lines.subList(from, at);
        at = Math.min(lines.size(), at + 1);
        return head;
    }

    private String body() {
        int from = at;
        boolean fenced = false;
        while (at < lines.size() && (fenced || !beginsNext())) {
            fenced ^= FENCE.matcher(lines.get(at)).matches();
            at++;
        }
        return String.join("\n", lines.subList(from, at)).strip();
    }

    private boolean beginsNext() {
        return isRule(lines.get(at))
                && at + 1 < lines.size()
                && FIELD.matcher(lines.get(at + 1)).matches();
    }

    private static boolean isRule(String line) {
        return line.stripTrailing().equals("---");
    }

    private static ArticleEntry entry(int first, List<String> head, String body) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        Map<String, Integer> places = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        for (NodeTuple field : fields(String.join("\n", head))) {
            String name = field.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
            places.put(name, first + 2 + field.getKeyNode().getStartMark().getLine());
            fields.put(name, values(field.getValueNode()));
            if (!KEYS.contains(name)) {
                unknown.add(name);
            }
        }
        ArticleEntry entry = ArticleEntry.of(
                new Head(first + 1, one(fields, "id"), one(fields, "locale"), one(fields, "state")),
                new WrittenArticle(
                        one(fields, "title"),
                        body,
                        fields.getOrDefault("tags", List.of()),
                        fields.getOrDefault("products", List.of()),
                        fields.getOrDefault("asks", List.of()),
                        one(fields, "url"),
                        one(fields, "validFrom"),
                        one(fields, "validTo")),
                places);
        unknown.forEach(name -> entry.wrong().put(name, "isn't one of " + String.join(", ", new TreeSet<>(KEYS))));
        return entry;
    }

    private static List<NodeTuple> fields(String head) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LONGEST_HEAD);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(1);
        // Only the tree is read: scalars stay as they are written, dates too.
        Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(head));
        if (root instanceof MappingNode mapping) {
            return mapping.getValue();
        }
        throw new YAMLException("no mapping");
    }

    private static List<String> values(Node value) {
        return switch (value) {
            case ScalarNode scalar -> scalar.getValue().isBlank() ? List.of() : List.of(scalar.getValue());
            case SequenceNode several ->
                several.getValue().stream()
                        .map(each -> each instanceof ScalarNode scalar ? scalar.getValue() : "")
                        .toList();
            default -> List.of("");
        };
    }

    private static String one(Map<String, List<String>> fields, String name) {
        List<String> values = fields.get(name);
        return values == null || values.isEmpty() ? "" : values.getFirst();
    }
}
