package dev.aisle.privacy.consent.versions;

import dev.aisle.algorithms.privacy.ExplicitStatus;
import dev.aisle.algorithms.privacy.Purpose;
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

    /** The key of the console's words for a status. */
    public static String statusKey(ExplicitStatus status) {
        return "privacy_status_" + (status == ExplicitStatus.NONE ? "none" : status.wireName());
    }
}
