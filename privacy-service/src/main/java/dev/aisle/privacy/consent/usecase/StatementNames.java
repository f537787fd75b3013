package dev.aisle.privacy.consent.usecase;

import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.privacy.consent.domain.Statement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Statements as they stand in answers: {@code {"personalization": "grant"}}. */
public final class StatementNames {
    private StatementNames() {}

    /** In the order of the purposes, as they count at a moment. */
    public static Map<String, String> of(Map<Purpose, Statement> statements, Instant at) {
        Map<String, String> names = new LinkedHashMap<>();
        statements.forEach((purpose, statement) ->
                names.put(purpose.wireName(), statement.statusAt(at).wireName()));
        return names;
    }
}
