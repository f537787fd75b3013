package dev.aisle.ingest.rejections.mending;

import dev.aisle.contracts.events.v1.ShopEvent;
import java.util.List;

/**
 * A field that a refused event has, without its value.
 *
 * @param path as a fix names it: {@code items[0].productId}
 * @param kind {@code text}, {@code number} or {@code flag}
 */
public record FieldName(String path, String kind) {
    /** The fields of an event that an operator may mend. */
    public static List<FieldName> of(ShopEvent event) {
        return EventFields.namesOf(event);
    }
}
