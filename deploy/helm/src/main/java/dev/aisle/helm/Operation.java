package dev.aisle.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/**
 * An operation of a service's OpenAPI document, and whether it belongs on a public host. It does when it asks for no role (a write key, a signed link,
 * nothing) or lets the storefront in, unless it says {@code x-internal: true}.
 *
 * @param template the path as the document has it
 * @param method   in capitals
 * @param open     whether it is for the public host
 */
record Operation(String template, String method, boolean open) {
    private static final String STOREFRONT = "storefront";

    /** Returns those of a path of a document, in the document's order. */
    static List<Operation> of(String template, JsonNode path) {
        List<Operation> all = new ArrayList<>();
        path.properties().stream()
                .filter(entry -> entry.getValue().isObject())
                .forEach(entry -> all.add(
                        new Operation(template, entry.getKey().toUpperCase(Locale.ROOT), isOpen(entry.getValue()))));
        return all;
    }

    private static boolean isOpen(JsonNode operation) {
        JsonNode security = operation.path("security");
        return !operation.path("x-internal").asBoolean()
                && (security.isEmpty()
                        || StreamSupport.stream(security.spliterator(), false)
                                .flatMap(scheme -> StreamSupport.stream(scheme.spliterator(), false))
                                .flatMap(roles -> StreamSupport.stream(roles.spliterator(), false))
                                .anyMatch(role -> role.asText().equals(STOREFRONT)));
    }
}
