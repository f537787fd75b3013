package dev.aisle.ingest.refine.values;

import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.events.v1.Item;
import dev.aisle.contracts.events.v1.Order;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an order comes to: its items, shipping and tax, less the discount. */
final class OrderTotal {
    private OrderTotal() {}

    /** The sum; empty unless every item has a price, counts pieces, and all amounts are of one currency. */
    static Optional<Money> of(Order order, List<Item> items) {
        if (items.isEmpty() || !items.stream().allMatch(OrderTotal::isPriced)) {
            return Optional.empty();
        }
        String currency = items.getFirst().getPrice().getCurrency();
        boolean oneCurrency = Stream.concat(
                        items.stream().map(Item::getPrice),
                        Stream.of(order.getShipping(), order.getTax(), order.getDiscount()))
                .allMatch(amount ->
                        amount.getMinorUnits() == 0 || amount.getCurrency().equals(currency));
        return oneCurrency ? sum(order, items, currency) : Optional.empty();
    }

    private static Optional<Money> sum(Order order, List<Item> items, String currency) {
        BigDecimal sum = BigDecimal.valueOf(order.getShipping().getMinorUnits())
                .add(BigDecimal.valueOf(order.getTax().getMinorUnits()))
                .subtract(BigDecimal.valueOf(order.getDiscount().getMinorUnits()));
        for (Item item : items) {
            sum = sum.add(BigDecimal.valueOf(item.getPrice().getMinorUnits())
                    .multiply(BigDecimal.valueOf(item.getQuantity())));
        }
        BigDecimal total = sum.setScale(0, RoundingMode.HALF_EVEN);
        return total.toBigInteger().bitLength() < Long.SIZE
                ? Optional.of(Money.newBuilder()
                        .setMinorUnits(total.longValueExact())
                        .setCurrency(currency)
                        .build())
                : Optional.empty();
    }

    private static boolean isPriced(Item item) {
        return item.hasPrice() && item.hasQuantity() && item.getUnit().isEmpty();
    }
}
