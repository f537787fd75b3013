package dev.aisle.shop;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A made order.
 *
 * @param owner     whose it is; nobody else is told that it exists
 * @param shippedAt and what follows: missing while it hasn't happened
 */
record Order(
        String number,
        Shopper owner,
        Status status,
        Instant placedAt,
        @Nullable Instant shippedAt,
        @Nullable Instant expectedAt,
        @Nullable Instant deliveredAt,
        String carrier,
        String tracking,
        List<Line> lines) {
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

    /** The orders of the demo, as old as they are told to be at any time. */
    static List<Order> made(Instant now) {
        return List.of(
                new Order(
                        "HS20417",
                        Shopper.ANNA,
                        Status.SHIPPED,
                        days(now, -3),
                        days(now, -1),
                        days(now, 2),
                        null,
                        "DHL",
                        "JD014600003417",
                        List.of(new Line("p00001", 2), new Line("p00012", 1))),
                new Order(
                        "HS20388",
                        Shopper.ANNA,
                        Status.DELIVERED,
                        days(now, -12),
                        days(now, -11),
                        days(now, -9),
                        days(now, -9),
                        "DHL",
                        "JD014600003388",
                        List.of(new Line("p00004", 1))),
                new Order(
                        "HS20431",
                        Shopper.ANNA,
                        Status.PACKED,
                        days(now, -1),
                        null,
                        days(now, 3),
                        null,
                        "",
                        "",
                        List.of(new Line("p00015", 1))),
                new Order(
                        "HS20502",
                        Shopper.LI,
                        Status.SHIPPED,
                        days(now, -2),
                        days(now, -1),
                        days(now, 1),
                        null,
                        "GLS",
                        "GLS77320502",
                        List.of(new Line("p00011", 3), new Line("p00016", 1))),
                new Order(
                        "HS20466",
                        Shopper.LI,
                        Status.RETURNED,
                        days(now, -25),
                        days(now, -24),
                        days(now, -22),
                        days(now, -22),
                        "GLS",
                        "GLS77320466",
                        List.of(new Line("p00005", 1))));
    }

    private static Instant days(Instant now, int count) {
        return now.plus(Duration.ofDays(count));
    }
}
