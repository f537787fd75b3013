package dev.aisle.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The page of a service's metrics, as Prometheus reads it, beside the table that promises it. A test of each service asks for the page and calls
 * {@link #keeps}.
 */
public final class MetricsPage {
    /** Where the metrics are told to operators, seen from a module. */
    public static final Path TABLE = Path.of("../docs/operations/observability.md");

    private static final Pattern ROW = Pattern.compile(
            "\\| `([a-z0-9_]+)` \\| (counter|gauge|histogram|summary) \\| ([a-z, -]+) \\| ([a-zA-Z_`, ]*) \\|"
                    + " (start|first) \\|.*");
    private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\S+)");
    private static final Pattern HELP = Pattern.compile("# HELP (\\S+) (.*)");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]\\w*)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** What nobody may find in a label: a pseudonym, an address, a UUID, a key of hex digits. */
    private static final Pattern IDENTIFIER = Pattern.compile("p\\d+\\.[A-Za-z0-9]+\\..+"
            + "|.*[^ ]@[a-z0-9-]+\\.[a-z]+.*"
            + "|.*[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}.*"
            + "|.*[0-9a-f]{24,}.*");

    private static final Set<String> UNITLESS = Set.of("bytes", "ratio", "seconds", "total");
    private static final Set<String> WRONG_UNITS =
            Set.of("ms", "millis", "milliseconds", "minutes", "hours", "kb", "mb", "kilobytes", "percent");
    private static final int MOST_SERIES = 1_500;

    private final String text;
    private final Map<String, Family> families = new TreeMap<>();

    private MetricsPage(String text) {
        this.text = text;
    }

    /** Reads the text of {@code /q/metrics}. */
    public static MetricsPage of(String text) {
        MetricsPage page = new MetricsPage(text);
        text.lines().forEach(page::read);
        return page;
    }

    /** A line of the table. */
    public record Told(String name, String type, String services, Set<String> labels, boolean fromTheStart) {
        boolean isOf(String service) {
            return services.equals("all")
                    || Arrays.asList(services.split(", ", -1)).contains(service);
        }
    }

    private static final class Family {
        private String type = "";
        private String help = "";
        private final Set<String> labels = new TreeSet<>();
        private final Set<String> values = new TreeSet<>();
    }

    /** The table of the documentation. */
    public static List<Told> table() {
        try {
            return Files.readString(TABLE)
                    .lines()
                    .map(ROW::matcher)
                    .filter(Matcher::matches)
                    .map(MetricsPage::told)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("No table of metrics at " + TABLE, e);
        }
    }

    private static Told told(Matcher row) {
        Set<String> labels = Arrays.stream(row.group(4).split("[`, ]+", -1))
                .filter(label -> !label.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        return new Told(
                row.group(1),
                row.group(2),
                row.group(3).strip(),
                labels,
                row.group(5).equals("start"));
    }

    /** All promises: names and units, help, bounded labels without identifiers, and the table in step. */
    public void keeps(String service) {
        assertThat(violations(service)).isEmpty();
    }

    /** No text of these stands anywhere on the page. */
    public void saysNothingOf(String... planted) {
        assertThat(text).doesNotContain(planted);
    }

    private List<String> violations(String service) {
        List<String> found = new ArrayList<>();
        families.keySet()
                .removeIf(name -> name.endsWith("_max") && families.containsKey(name.replaceFirst("_max$", "")));
        families.forEach((name, family) -> {
            if (name.startsWith("aisle_")) {
                conventions(name, family, found);
            }
            family.values.stream()
                    .filter(value -> IDENTIFIER.matcher(value).matches())
                    .forEach(value -> found.add(name + " has an identifier as a label: " + value));
        });
        long series = text.lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .count();
        if (series >= MOST_SERIES) {
            found.add("The page has " + series + " series, which every scrape of every pod costs");
        }
        table(service, found);
        return found;
    }

    private static void conventions(String name, Family family, List<String> found) {
        if (family.help.isBlank()) {
            found.add(name + " has no help");
        }
        if (family.type.equals("counter") != name.endsWith("_total")) {
            found.add(name + " is a " + family.type + ": counters, and they alone, end in _total");
        }
        for (String word : name.split("_", -1)) {
            if (WRONG_UNITS.contains(word)) {
                found.add(name + " isn't in a base unit; known are " + new TreeSet<>(UNITLESS));
            }
        }
    }

    private void table(String service, List<String> found) {
        Map<String, Told> told =
                table().stream().filter(row -> row.isOf(service)).collect(Collectors.toMap(Told::name, row -> row));
        told.forEach((name, row) -> {
            Family family = families.get(name);
            if (family == null) {
                if (row.fromTheStart()) {
                    found.add(name + " stands in the table and not on the page");
                }
            } else if (!family.type.equals(row.type())) {
                found.add(name + " is a " + family.type + ", the table says " + row.type());
            } else if (name.startsWith("aisle_") && !family.labels.equals(row.labels())) {
                found.add(name + " has the labels " + family.labels + ", the table says " + row.labels());
            }
        });
        families.keySet().stream()
                .filter(name -> name.startsWith("aisle_") && !told.containsKey(name))
                .forEach(name -> found.add(name + " is missing in " + TABLE));
    }

    private void read(String line) {
        Matcher type = TYPE.matcher(line);
        Matcher help = HELP.matcher(line);
        if (type.matches()) {
            family(type.group(1)).type = type.group(2);
        } else if (help.matches()) {
            family(help.group(1)).help = help.group(2);
        } else if (!line.startsWith("#") && !line.isBlank()) {
            sample(line);
        }
    }

    private void sample(String line) {
        int end = line.indexOf('{') < 0 ? line.indexOf(' ') : line.indexOf('{');
        Family family = families.get(familyOf(line.substring(0, end)));
        if (family == null) {
            return;
        }
        Matcher label = LABEL.matcher(line);
        while (label.find()) {
            if (!label.group(1).equals("le")) {
                family.labels.add(label.group(1));
                family.values.add(label.group(2));
            }
        }
    }

    private String familyOf(String sample) {
        if (families.containsKey(sample)) {
            return sample;
        }
        return sample.replaceFirst("_(bucket|count|sum)$", "");
    }

    private Family family(String name) {
        return families.computeIfAbsent(name, _ -> new Family());
    }

    /** What Prometheus's own tool says of the metrics that are ours; empty too when the machine doesn't have it. */
    public List<String> saidByPromtool() {
        try {
            Process tool = new ProcessBuilder("promtool", "check", "metrics")
                    .redirectErrorStream(true)
                    .start();
            try (var in = tool.outputWriter()) {
                in.write(text);
            }
            return tool.inputReader()
                    .lines()
                    .filter(line -> line.startsWith("aisle_"))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
