package dev.aisle.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Something a shopper did. Neutral: whoever sends it chooses the protocol. */
public sealed interface ShopEvent {
    Origin origin();

    /**
     * Who and when.
     *
     * @param id       the same at every replay of the same settings
     * @param loggedIn whether the shop knew the customer number, or the cookie only
     */
    record Origin(String id, Shopper shopper, boolean loggedIn, String session, Instant at) {}

    record Searched(Origin origin, String query) implements ShopEvent {}

    record ListViewed(Origin origin, Kind kind) implements ShopEvent {}

    record ProductViewed(Origin origin, Product product) implements ShopEvent {}

    record AddedToCart(Origin origin, Product product, int quantity) implements ShopEvent {}

    /** Shown by chance alone, so that its effect can be measured without bias. */
    record CouponShown(Origin origin, String coupon) implements ShopEvent {}

    record Ordered(Origin origin, String order, List<Line> lines, Optional<String> coupon) implements ShopEvent {
        public Ordered {
            lines = List.copyOf(lines);
        }

        public Money total() {
            var cents =
                    lines.stream().mapToLong(line -> line.total().minorUnits()).sum();
            return new Money(cents, lines.getFirst().product().price().currency());
        }
    }

    record Line(Product product, int quantity) {
        public Money total() {
            return product.price().times(quantity);
        }
    }
}
