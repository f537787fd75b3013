package dev.aisle.assistant.tools;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order as the shop tells it. Times are {@code null} where it says none, texts are empty.
 *
 * @param status one of {@link Status}; {@code null} for a word that isn't known
 * @param trackingUrl where the carrier shows the parcel
 * @param url where the shop shows the order
 */
record Order(
        String number,
        @Nullable Status status,
        @Nullable Instant placedAt,
        @Nullable Instant shippedAt,
        @Nullable Instant expectedAt,
        @Nullable Instant deliveredAt,
        String carrier,
        String tracking,
        String trackingUrl,
        String url,
        List<Line> lines) {
    /** Longest number that is asked for. */
    public static final int LONGEST_NUMBER = 64;

    public Order {
        lines = List.copyOf(lines);
    }

    /** How far it is. */
    public enum Status {
        PLACED,
        PAID,
        PACKED,
        SHIPPED,
        DELIVERED,
        RETURNED,
        CANCELLED;

        /** The key of its words, and the name in answers of the shop. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What was ordered. */
    public record Line(String productId, String title, int quantity) {}

    /** A number in the form in which it is asked for; empty when it can't be one. Nothing else comes into an address. */
    public static Optional<String> number(String text) {
        String number = text.strip().replaceFirst("^#", "").toUpperCase(Locale.ROOT);
        boolean digits = number.chars().anyMatch(at -> at >= '0' && at <= '9');
        return digits && number.matches("[A-Z0-9][A-Z0-9_-]{2," + (LONGEST_NUMBER - 1) + "}")
                ? Optional.of(number)
                : Optional.empty();
    }
}
