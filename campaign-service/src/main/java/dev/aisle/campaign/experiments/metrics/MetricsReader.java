package dev.aisle.campaign.experiments.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the metrics file. All faults are found at once. */
public final class MetricsReader {
    private static final Map<String, MetricType> TYPES =
            Arrays.stream(MetricType.values()).collect(Collectors.toMap(MetricType::code, Function.identity()));
    private static final Set<String> RESERVED = Set.of("exposed", "mixed");
    private static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?");
    private static final Set<String> FIELDS = Set.of(
            "id",
            "name",
            "type",
            "event",
            "filter",
            "value",
            "window",
            "before",
            "cap",
            "numerator",
            "denominator",
            "after",
            "days",
            "quantile",
            "better");
    private static final Duration USUAL = Duration.ofDays(14);
    private static final int MOST_DAYS = 180;

    private final MeasureReader measures;
    private final List<String> faults;

    private MetricsReader(MeasureReader measures, List<String> faults) {
        this.measures = measures;
        this.faults = faults;
    }

    /**
     * Reads.
     *
     * @param events the types of events that there are
     * @throws InvalidMetricsException naming all that is wrong
     */
    public static List<Metric> read(JsonNode file, Set<String> events) {
        List<String> faults = new ArrayList<>();
        Entry top = new Entry(file, "file", faults);
        List<Metric> metrics = new ArrayList<>();
        if (top.object(Set.of("currency", "metrics"))) {
            String currency = top.text("currency", 3);
            MetricsReader reader = new MetricsReader(new MeasureReader(events, currency), faults);
            List<Entry> entries = top.elements("metrics", "metrics");
            entries.forEach(entry -> reader.metric(entry, metrics));
            if (entries.isEmpty()) {
                top.wrong("metrics", "expected a list of at least one");
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidMetricsException(faults);
        }
        return List.copyOf(metrics);
    }

    private void metric(Entry entry, List<Metric> into) {
        if (!entry.object(FIELDS)) {
            return;
        }
        String id = entry.text("id", 64);
        if (!ID.matcher(id).matches() || RESERVED.contains(id)) {
            entry.wrong("id", "expected small letters, digits, hyphens, such as order-value");
        }
        if (into.stream().anyMatch(one -> one.id().equals(id))) {
            entry.wrong("id", id + " is there already");
        }
        MetricType type = TYPES.get(entry.word("type", TYPES.keySet(), ""));
        if (type == null) {
            return;
        }
        int before = faults.size();
        Metric metric = of(entry, id, type);
        if (faults.size() == before) {
            into.add(metric);
        }
    }

    private Metric of(Entry entry, String id, MetricType type) {
        Duration[] days = type == MetricType.RETENTION
                ? days(entry)
                : new Duration[] {Duration.ZERO, entry.span("window", USUAL)};
        return new Metric(
                id,
                entry.text("name", 120),
                type,
                measures.of(entry, type),
                measures.per(entry, type),
                days[0],
                days[1],
                entry.span("before", USUAL),
                cap(entry, type),
                quantile(entry, type),
                entry.word("better", Set.of("more", "less"), "more").equals("more"));
    }

    private static Duration[] days(Entry entry) {
        JsonNode days = entry.node().path("days");
        int from = days.path(0).asInt(-1);
        int until = days.path(1).asInt(-1);
        if (days.size() != 2 || from < 0 || until <= from || until > MOST_DAYS) {
            entry.wrong(
                    "days", "expected two whole numbers such as [7, 14]: after the 7th day, until the end of the 14th");
            return new Duration[] {Duration.ZERO, USUAL};
        }
        return new Duration[] {Duration.ofDays(from), Duration.ofDays(until)};
    }

    private static double quantile(Entry entry, MetricType type) {
        if (type != MetricType.QUANTILE) {
            if (entry.has("quantile")) {
                entry.wrong("quantile", "only a metric of type quantile has one");
            }
            return 0.5;
        }
        double quantile = entry.node().path("quantile").asDouble(0);
        if (!(quantile > 0 && quantile < 1)) {
            entry.wrong("quantile", "expected a number between 0 and 1, such as 0.9");
            return 0.5;
        }
        return quantile;
    }

    private static @Nullable Cap cap(Entry entry, MetricType type) {
        if (!entry.has("cap")) {
            return null;
        }
        if (type != MetricType.MEAN && type != MetricType.REVENUE) {
            entry.wrong("cap", "only metrics of type mean and revenue have one");
            return null;
        }
        JsonNode cap = entry.node().path("cap");
        if (cap.isNumber() && cap.doubleValue() > 0) {
            return new Cap.Absolute(cap.decimalValue());
        }
        BigDecimal share = cap.isObject() ? entry.at("cap").number("percentile") : null;
        if (share == null || share.doubleValue() < 0.5 || share.doubleValue() >= 1) {
            entry.wrong("cap", "expected a number above 0, or {percentile: 0.99}");
            return null;
        }
        return new Cap.Percentile(share.doubleValue());
    }
}
