package dev.aisle.campaign.experiments.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what of which events is summed. */
final class MeasureReader {
    private static final Set<String> PART = Set.of("event", "filter", "value");
    private static final Set<String> CONDITION = Set.of("field", "equals", "in", "atLeast", "atMost");

    private final Set<String> events;
    private final String currency;

    MeasureReader(Set<String> events, String currency) {
        this.events = events;
        this.currency = currency;
    }

    /** The measure of a metric; of a ratio its numerator. */
    Measure of(Entry entry, MetricType type) {
        return switch (type) {
            case RATIO -> part(entry, "numerator");
            case REVENUE -> measure(entry, "PURCHASE", Fields.REVENUE);
            case SATISFACTION -> measure(entry, "REVIEW", Fields.STARS);
            case MEAN, QUANTILE -> measure(entry, "", "");
            case PROPORTION, RETENTION, FUNNEL -> measure(entry, "", Measure.COUNT);
        };
    }

    /** The measure that it is divided by, or follows on. */
    @Nullable
    Measure per(Entry entry, MetricType type) {
        return switch (type) {
            case RATIO -> part(entry, "denominator");
            case FUNNEL -> part(entry, "after");
            case SATISFACTION -> {
                Measure stars = measure(entry, "REVIEW", Fields.STARS);
                // Of reviews with stars: others have none to sum.
                List<Condition> filter = new ArrayList<>(stars.filter());
                filter.add(new Condition(Fields.STARS, List.of(), BigDecimal.ZERO, null));
                yield new Measure(stars.event(), Measure.COUNT, "", filter);
            }
            default -> null;
        };
    }

    private Measure part(Entry entry, String field) {
        Entry part = entry.at(field);
        return part.object(PART) ? measure(part, "", Measure.COUNT) : new Measure("", Measure.COUNT, "", List.of());
    }

    private Measure measure(Entry entry, String usualEvent, String usualValue) {
        String event = entry.word("event", events, usualEvent);
        String value = entry.has("value") || usualValue.isEmpty() ? entry.text("value", 80) : usualValue;
        if (!value.equals(Measure.COUNT) && !Fields.isIn(Fields.NUMBERS, value)) {
            entry.wrong("value", "expected count, " + Fields.listed(Fields.NUMBERS));
        }
        return new Measure(event, value, Fields.AMOUNTS.contains(value) ? currency : "", filter(entry));
    }

    private static List<Condition> filter(Entry entry) {
        List<Condition> conditions = new ArrayList<>();
        JsonNode filter = entry.node().path("filter");
        if (!filter.isMissingNode() && !filter.isArray()) {
            entry.wrong("filter", "expected a list such as [{field: category, equals: tea}]");
        }
        for (Entry one : entry.elements("filter", entry.place() + ".filter")) {
            if (one.object(CONDITION)) {
                conditions.add(condition(one));
            }
        }
        return conditions;
    }

    private static Condition condition(Entry one) {
        String field = one.text("field", 80);
        List<String> in = new ArrayList<>();
        if (one.has("equals")) {
            in.add(one.node().path("equals").asText());
        }
        one.node().path("in").forEach(value -> in.add(value.asText()));
        BigDecimal atLeast = one.number("atLeast");
        BigDecimal atMost = one.number("atMost");
        boolean number = atLeast != null || atMost != null;
        if (number == !in.isEmpty()) {
            one.wrong("", "expected either equals or in, or atLeast or atMost");
        }
        if (!Fields.isIn(number ? Fields.NUMBERS : Fields.TEXTS, field)) {
            one.wrong("field", "expected one of " + Fields.listed(number ? Fields.NUMBERS : Fields.TEXTS));
        }
        return new Condition(field, in, atLeast, atMost);
    }
}
