package dev.aisle.privacy.rights.breach;

import dev.aisle.contracts.DataMap;
import dev.aisle.privacy.rights.breach.Breach.What;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads which breach is asked about. */
sealed interface BreachReading {
    /** A breach. */
    record Understood(Breach breach) implements BreachReading {}

    /** None. */
    record Refused(String field, String expected) implements BreachReading {}

    Pattern KEY_ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");
    Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    static BreachReading of(BreachQuery query) {
        Map<What, String> named = query.named();
        if (named.size() != 1) {
            return new Refused("service", "expected one of service, pseudonymKey, masterKey and sealingKey");
        }
        What what = named.keySet().iterator().next();
        String name = named.values().iterator().next();
        if (what == What.SERVICE && !services().contains(name)) {
            return new Refused("service", "expected one of " + String.join(", ", services()));
        }
        if (what != What.SERVICE && !KEY_ID.matcher(name).matches()) {
            return new Refused(BreachQuery.parameterOf(what), "expected the id of a key such as k1");
        }
        Instant first = moment(query.from);
        Instant last = moment(query.to);
        if (first == null || last == null || last.isBefore(first)) {
            return new Refused(
                    first == null ? "from" : "to",
                    "expected an ISO 8601 time such as 2026-11-25T09:00:00Z, to not before from");
        }
        return new Understood(new Breach(what, name, first, last));
    }

    private static Set<String> services() {
        return DataMap.places().stream()
                .map(place -> place.holding().getService())
                .filter(service -> !service.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static @Nullable Instant moment(@Nullable String text) {
        try {
            Instant moment = text == null ? null : Instant.parse(text);
            return moment == null || moment.isBefore(EARLIEST) || moment.isAfter(LATEST) ? null : moment;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
