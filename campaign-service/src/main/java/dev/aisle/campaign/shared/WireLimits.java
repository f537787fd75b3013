package dev.aisle.campaign.shared;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.events.v1.Item;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.segments.v1.SegmentChange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a message must keep so that it can be stored: a record beyond it would be tried again for ever. */
public final class WireLimits {
    private static final int LONGEST_ID = 512;
    private static final long END_OF_YEAR_9999 =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private WireLimits() {}

    /** What is wrong with an event; {@code null} when nothing is. */
    public static @Nullable String violation(ShopEvent event) {
        String ids = first(id("message_id", event.getMessageId()), pseudonym(event.getPseudonym()));
        for (Item item : event.getItemsList()) {
            ids = first(ids, item.getProductId().isEmpty() ? null : id("items.product_id", item.getProductId()));
        }
        return first(ids, time("occurred_at", event.getOccurredAt()));
    }

    /** What is wrong with a change of a segment; {@code null} when nothing is. */
    public static @Nullable String violation(SegmentChange change) {
        String ids = first(
                first(id("change_id", change.getChangeId()), pseudonym(change.getPseudonym())),
                id("segment_id", change.getSegmentId()));
        String direction = switch (change.getDirection()) {
            case ENTERED, LEFT -> null;
            case DIRECTION_UNSPECIFIED, UNRECOGNIZED -> "direction is neither ENTERED nor LEFT";
        };
        return first(first(ids, direction), time("changed_at", change.getChangedAt()));
    }

    /** What is wrong with a consent; {@code null} when nothing is. */
    public static @Nullable String violation(ConsentState state) {
        return pseudonym(state.getPseudonym());
    }

    /** A moment that has no violation. */
    public static Instant instant(Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }

    private static @Nullable String id(String field, String value) {
        if (value.isEmpty()) {
            return field + " is missing";
        }
        if (value.length() > LONGEST_ID) {
            return field + " has more than " + LONGEST_ID + " characters";
        }
        return value.indexOf('\0') >= 0 ? field + " has a null character" : null;
    }

    private static @Nullable String pseudonym(String value) {
        return value.indexOf(' ') >= 0 ? "pseudonym has a blank" : id("pseudonym", value);
    }

    private static @Nullable String time(String field, Timestamp time) {
        boolean possible = time.getSeconds() >= 0
                && time.getSeconds() <= END_OF_YEAR_9999
                && time.getNanos() >= 0
                && time.getNanos() <= 999_999_999;
        return possible ? null : field + " is not between the years 1970 and 9999";
    }
}
