package dev.aisle.shop;

import dev.aisle.shop.gateway.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order.
 *
 * @param owner     whose it is; nobody else is told that it exists
 * @param couponUse under which id the till knows the coupon's use
 */
record Order(
        String number,
        Subject owner,
        Status status,
        Instant placedAt,
        Parcel parcel,
        List<Line> lines,
        Optional<String> couponUse) {
    /** How far it is. */
    enum Status {
        PLACED,
        PACKED,
        SHIPPED,
        DELIVERED,
        RETURNED,
        CANCELLED
    }

    /** Pieces of a product. */
    record Line(String productId, int quantity) {}

    /** How it goes on its way; moments that haven't come are missing. */
    record Parcel(
            String carrier,
            String tracking,
            @Nullable Instant shippedAt,
            @Nullable Instant expectedAt,
            @Nullable Instant deliveredAt) {
        static Parcel expected(Instant at) {
            return new Parcel("", "", null, at, null);
        }
    }

    Order {
        lines = List.copyOf(lines);
    }

    Order cancelled() {
        return new Order(number, owner, Status.CANCELLED, placedAt, parcel, lines, couponUse);
    }
}
