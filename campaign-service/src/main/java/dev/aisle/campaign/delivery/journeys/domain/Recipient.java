package dev.aisle.campaign.delivery.journeys.domain;

import dev.aisle.campaign.shared.Language;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How somebody is spoken to, as the person's browser says.
 *
 * @param locale BCP 47; {@code null} when it isn't known
 * @param zone IANA; {@code null} when it isn't known
 */
public record Recipient(@Nullable String locale, @Nullable String zone) {
    /** Of somebody of whom nothing is known. */
    public static final Recipient UNKNOWN = new Recipient(null, null);

    /** The language to write in. */
    public Language language() {
        return Language.of(locale);
    }

    /** The person's clock, else another one. */
    public ZoneId zoneOr(ZoneId otherwise) {
        if (zone == null) {
            return otherwise;
        }
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            // A browser's fancy: as good as none.
            return otherwise;
        }
    }
}
