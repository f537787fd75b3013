package dev.aisle.privacy.consent.notices;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What people were told when they were asked. Never changed: another text is another version.
 *
 * @param language ISO 639-1
 * @param url where the text stands; may be empty
 * @param validFor how long a yes holds; {@code null}: until it is taken back or another notice invalidates it
 */
public record Notice(
        String version,
        String language,
        String url,
        @Nullable Period validFor,
        Instant publishedAt) {
    /** When a yes that is given now is over; {@code null}: never by itself. */
    public @Nullable Instant endOf(Instant given) {
        return validFor == null
                ? null
                : given.atZone(ZoneOffset.UTC).plus(validFor).toInstant();
    }

    /** Whether it is the same notice, whenever it was published. */
    public boolean saysTheSameAs(Notice other) {
        return new Notice(version, language, url, validFor, other.publishedAt).equals(other);
    }
}
