package dev.aisle.campaign.experiments.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A part of the file and where it stands. What can't be read is noted and read as something harmless, so that one pass finds all faults. */
record Entry(JsonNode node, String place, List<String> faults) {
    void wrong(String field, String message) {
        faults.add(place + (field.isEmpty() ? "" : "." + field) + ": " + message);
    }

    Entry at(String field) {
        return new Entry(node.path(field), place + "." + field, faults);
    }

    boolean has(String field) {
        return node.hasNonNull(field);
    }

    /** A list's elements, each placed as {@code list[0]}; none where there is no list. */
    List<Entry> elements(String field, String list) {
        JsonNode there = node.path(field);
        List<Entry> all = new ArrayList<>();
        if (there.isArray()) {
            there.forEach(element -> all.add(new Entry(element, list + "[" + all.size() + "]", faults)));
        }
        return all;
    }

    /** An object with no other fields than these. */
    boolean object(Set<String> known) {
        if (!node.isObject()) {
            wrong("", "expected fields: " + String.join(", ", new TreeSet<>(known)));
            return false;
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                wrong(name, "unknown here; known are " + String.join(", ", new TreeSet<>(known)));
            }
        });
        return true;
    }

    String text(String field, int most) {
        String text = node.path(field).isTextual() ? node.path(field).textValue() : "";
        if (text.isBlank() || text.length() > most) {
            wrong(field, "expected a text of 1 to " + most + " characters");
        }
        return text;
    }

    String word(String field, Collection<String> known, String usual) {
        if (!has(field) && !usual.isEmpty()) {
            return usual;
        }
        String word = node.path(field).asText("");
        if (!known.contains(word)) {
            wrong(field, "expected one of " + String.join(", ", new TreeSet<>(known)));
        }
        return word;
    }

    /** A span of at most 180 days. */
    Duration span(String field, Duration usual) {
        if (!has(field)) {
            return usual;
        }
        try {
            Duration span = Duration.parse(node.path(field).asText(""));
            if (span.isPositive() && span.compareTo(Duration.ofDays(180)) <= 0) {
                return span;
            }
        } catch (DateTimeException e) {
            // Said below, as every other span that can't be used.
        }
        wrong(field, "expected a span of at most 180 days, such as P14D or PT4H");
        return usual;
    }

    @Nullable
    BigDecimal number(String field) {
        if (!has(field)) {
            return null;
        }
        if (!node.path(field).isNumber()) {
            wrong(field, "expected a number");
            return null;
        }
        return node.path(field).decimalValue();
    }
}
