package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.privacy.AgeBand;
import dev.aisle.algorithms.privacy.ConsentQuestion;
import dev.aisle.algorithms.privacy.ExplicitStatus;
import dev.aisle.algorithms.privacy.GppSignal;
import dev.aisle.algorithms.privacy.Purpose;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A row of the decision table as a question. */
final class ConsentRow {
    private ConsentRow() {}

    static ConsentQuestion question(Input row) {
        return new ConsentQuestion(
                row.text("j"),
                AgeBand.ofWireName(row.text("age")),
                known("purpose", row.text("purpose"), Purpose.ofWireName(row.text("purpose"))),
                explicit(row.optionalText("explicit").orElse("")),
                row.flag("gpc"),
                row.optional("tcf").flatMap(ConsentRow::tcf),
                gpp(row.optionalText("gpp").orElse("")),
                row.flag("suppressed"));
    }

    private static ExplicitStatus explicit(String text) {
        return known("explicit", text, ExplicitStatus.ofWireName(text));
    }

    private static <T> T known(String field, String text, Optional<T> value) {
        return value.orElseThrow(() -> new InvalidInputException(field, "unknown " + field + " '" + text + "'"));
    }

    /** {@code ""} is no string, {@code "empty"} one without consent, {@code "1 5 6"} or {@code [1,5,6]} one with. */
    private static Optional<Set<Integer>> tcf(JsonNode value) {
        if (value.isArray()) {
            return Optional.of(value.valueStream()
                    .map(purpose -> Input.integer("tcf", purpose, 1))
                    .collect(Collectors.toSet()));
        }
        return switch (Input.text("tcf", value)) {
            case "" -> Optional.empty();
            case "empty" -> Optional.of(Set.of());
            default ->
                Optional.of(Arrays.stream(value.asText().trim().split("\\s+", -1))
                        .map(ConsentRow::purposeNumber)
                        .collect(Collectors.toSet()));
        };
    }

    private static int purposeNumber(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new InvalidInputException("tcf", "expected purposes such as 1 5 6, or empty");
        }
    }

    private static GppSignal gpp(String text) {
        return known(
                "gpp",
                text,
                Arrays.stream(GppSignal.values())
                        .filter(signal -> signal.wireName().equals(text.isEmpty() ? "absent" : text))
                        .findFirst());
    }
}
