package dev.aisle.ingest.protocols.cloudevents;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a request carries its events; the longer prefix is looked at first. */
enum ContentMode {
    BATCH,
    STRUCTURED,
    BINARY,
    NOT_UNDERSTOOD;

    private static final String PREFIX = "application/cloudevents";
    private static final String BATCH_PREFIX = "application/cloudevents-batch";

    /**
     * The mode of a request. A charset isn't asked: JSON is UTF-8.
     *
     * @param hasAttributes whether there are {@code ce-} headers
     */
    static ContentMode of(@Nullable String contentType, boolean hasAttributes) {
        String type = contentType == null ? "" : contentType.strip().toLowerCase(Locale.ROOT);
        if (!type.startsWith(PREFIX)) {
            return hasAttributes ? BINARY : NOT_UNDERSTOOD;
        }
        boolean batch = type.startsWith(BATCH_PREFIX);
        String format = type.split(";", 2)[0].strip().substring((batch ? BATCH_PREFIX : PREFIX).length());
        if (!format.equals("+json")) {
            return NOT_UNDERSTOOD;
        }
        return batch ? BATCH : STRUCTURED;
    }
}
