package dev.aisle.ingest.protocols.ga4;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** Time as Google writes it: microseconds since 1970, as a number or as a text. */
final class Micros {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,16}");

    private Micros() {}

    static Optional<Instant> read(JsonNode value) {
        boolean whole = (value.isIntegralNumber() || value.isTextual())
                && DIGITS.matcher(value.asText()).matches();
        return whole
                ? Optional.of(Instant.EPOCH.plus(Long.parseLong(value.asText()), ChronoUnit.MICROS))
                : Optional.empty();
    }
}
