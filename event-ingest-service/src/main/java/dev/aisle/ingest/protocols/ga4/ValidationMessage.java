package dev.aisle.ingest.protocols.ga4;

/**
 * One thing that is wrong with a request, in the form of Google's validation server.
 *
 * @param fieldPath as in the request: {@code events[0].params.items[1].item_id}
 * @see <a href="https://developers.google.com/analytics/devguides/collection/protocol/ga4/validating-events">Validating events</a>
 */
record ValidationMessage(String fieldPath, String description, Code validationCode) {
    /** The codes that Google documents. */
    public enum Code {
        VALUE_INVALID,
        VALUE_REQUIRED,
        NAME_INVALID,
        NAME_RESERVED,
        VALUE_OUT_OF_BOUNDS,
        EXCEEDED_MAX_ENTITIES,
        NAME_DUPLICATED
    }
}
