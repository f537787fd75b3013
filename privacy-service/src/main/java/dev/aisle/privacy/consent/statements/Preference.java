package dev.aisle.privacy.consent.statements;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.List;

/**
 * The header {@code Prefer}: whether a caller wants its answer before the door goes by a consent.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7240#section-4.1">RFC 7240, 4.1</a>
 */
final class Preference {
    static final String RESPOND_ASYNC = "respond-async";
    static final String APPLIED = "Preference-Applied";
    private static final String HEADER = "Prefer";

    private Preference() {}

    static boolean respondAsync(HttpHeaders headers) {
        List<String> values = headers.getRequestHeader(HEADER);
        return values != null
                && values.stream()
                        .flatMap(value -> Arrays.stream(value.split("[,;]", -1)))
                        .anyMatch(preference -> preference.strip().equalsIgnoreCase(RESPOND_ASYNC));
    }
}
