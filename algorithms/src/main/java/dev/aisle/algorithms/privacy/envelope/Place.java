package dev.aisle.algorithms.privacy.envelope;

import java.nio.charset.StandardCharsets;

/**
 * Where a sealed text belongs, as associated data: {@code topic|pseudonym|eventId}. A text that is moved to another place can't be opened.
 *
 * @param topic the topic or the store
 * @param pseudonym whose it is
 * @param id of the event or of the field
 */
public record Place(String topic, String pseudonym, String id) {
    private static final char SEPARATOR = '|';

    /** @throws IllegalArgumentException when a part holds the separator: two places would share their associated data */
    public Place {
        if ((topic + pseudonym + id).indexOf(SEPARATOR) >= 0) {
            throw new IllegalArgumentException("place: expected parts without " + SEPARATOR);
        }
    }

    byte[] associated() {
        return (topic + SEPARATOR + pseudonym + SEPARATOR + id).getBytes(StandardCharsets.UTF_8);
    }
}
