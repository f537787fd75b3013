package dev.aisle.platform.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.platform.stored.Comparison;
import dev.aisle.platform.stored.Deviation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a comparison found. Its examples name events and people by pseudonym, and nothing that they did.
 *
 * @param compared the service, or its part
 * @param since from when on events were looked at
 * @param until when what is stored was looked at
 * @param oneIn one in so many people was looked at
 * @param counts of people and events, by what became of them
 * @param tables how many rows must be there and are, by table
 * @param differences what isn't as it must be; empty when everything is
 */
public record Report(
        String compared,
        String since,
        String until,
        int oneIn,
        Map<String, Long> counts,
        Map<String, Rows> tables,
        List<Difference> differences) {
    private static final int EXAMPLES = 2;
    private static final ObjectMapper JSON = new ObjectMapper();

    public Report {
        counts = new LinkedHashMap<>(counts);
        tables = new LinkedHashMap<>(tables);
        differences = List.copyOf(differences);
    }

    /**
     * The rows of a table.
     *
     * @param due how many must be there
     * @param stored how many are
     */
    public record Rows(int due, int stored) {}

    /**
     * Rows of a table that are wrong in the same way.
     *
     * @param kind {@code missing}, {@code doubled} or {@code foreign}
     * @param since when the first of what they tell happened
     * @param examples ids of two events or people
     */
    public record Difference(String table, String kind, int rows, String since, List<String> examples) {
        static Difference of(String table, Deviation.Kind kind, List<Deviation> rows) {
            return new Difference(
                    table,
                    kind.name().toLowerCase(Locale.ROOT),
                    rows.size(),
                    rows.stream()
                            .map(Deviation::at)
                            .min(Comparator.naturalOrder())
                            .orElse(Instant.EPOCH)
                            .toString(),
                    rows.stream()
                            .map(Deviation::event)
                            .distinct()
                            .limit(EXAMPLES)
                            .toList());
        }

        String spoken() {
            return "%s: %d %s, since %s, such as %s"
                    .formatted(table, rows, kind, since, String.join(" and ", examples));
        }
    }

    /** Of what was compared. */
    static Report of(
            String compared,
            Instant since,
            Instant until,
            int oneIn,
            Map<String, Long> counts,
            List<Comparison> comparisons) {
        Map<String, Rows> tables = new LinkedHashMap<>();
        List<Difference> differences = new ArrayList<>();
        for (Comparison one : comparisons) {
            tables.put(one.table(), new Rows(one.due(), one.stored()));
            one.deviations().stream()
                    .collect(Collectors.groupingBy(Deviation::kind, TreeMap::new, Collectors.toList()))
                    .forEach((kind, rows) -> differences.add(Difference.of(one.table(), kind, rows)));
        }
        return new Report(compared, since.toString(), until.toString(), oneIn, counts, tables, differences);
    }

    /** Whether nothing differs. */
    public boolean agrees() {
        return differences.isEmpty();
    }

    /** A line for each thing, then all of it as one line of JSON. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("%s: %s to %s, one person in %d; %s"
                .formatted(
                        compared,
                        since,
                        until,
                        oneIn,
                        counts.entrySet().stream()
                                .map(entry -> entry.getKey() + " " + entry.getValue())
                                .collect(Collectors.joining(", "))));
        tables.forEach(
                (table, rows) -> lines.add("%s: %d rows due, %d stored".formatted(table, rows.due(), rows.stored())));
        differences.forEach(difference -> lines.add("DIFFERS " + difference.spoken()));
        lines.add(agrees() ? compared + ": nothing differs" : compared + ": something differs");
        return lines;
    }

    /** The same for machines. */
    public String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of texts and numbers is always JSON", e);
        }
    }
}
