package dev.aisle.ingest.rejections.mending;

import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Item;
import dev.aisle.contracts.events.v1.Order;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.ingest.shared.events.KnownProperties;
import dev.aisle.ingest.shared.events.Limits;
import dev.aisle.ingest.shared.values.Fault;
import dev.aisle.ingest.shared.values.Faults;
import dev.aisle.ingest.shared.values.Timestamps;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/** What an event must be to go in: the same that the door asks for, asked of the event and no longer of the client's JSON. */
final class EventRules {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private static final int LONGEST_ID = 100;

    private final Faults faults = new Faults();

    private EventRules() {}

    /** The first thing that is wrong, when something is. */
    static Optional<Fault> fault(ShopEvent event) {
        EventRules rules = new EventRules();
        rules.check(event);
        return rules.faults.first();
    }

    private void check(ShopEvent event) {
        EventType type = event.getType();
        expect(
                type != EventType.EVENT_TYPE_UNSPECIFIED && type != EventType.UNRECOGNIZED,
                "type",
                "expected the type of the event, such as PRODUCT_VIEW");
        Instant occurredAt = Timestamps.toInstant(event.getOccurredAt());
        expect(
                !occurredAt.isBefore(EARLIEST) && occurredAt.isBefore(LATEST),
                "occurredAt",
                "expected a time such as 2026-11-25T09:00:00Z");
        expect(event.getSerializedSize() <= Limits.EVENT_BYTES, "", "expected an event of at most 32 KB");
        expect(
                event.getItemsCount() > 0 || !KnownProperties.needsProduct(type),
                "items[0].productId",
                "expected the id of the product");
        for (int i = 0; i < event.getItemsCount(); i++) {
            checkItem(event.getItems(i), "items[" + i + "].");
        }
        if (event.hasOrder()) {
            checkOrder(event.getOrder());
        }
        if (event.getCoupon().hasDiscount()) {
            checkMoney(event.getCoupon().getDiscount(), "coupon.discount");
        }
    }

    private void checkItem(Item item, String path) {
        expect(!item.getProductId().isBlank(), path + "productId", "expected the id of the product");
        expect(
                item.getProductId().length() <= LONGEST_ID,
                path + "productId",
                "expected at most " + LONGEST_ID + " characters");
        if (item.hasPrice()) {
            checkMoney(item.getPrice(), path + "price");
            expect(item.getPrice().getMinorUnits() >= 0, path + "price.minorUnits", "expected no negative amount");
        }
        expect(
                Double.isFinite(item.getQuantity()) && item.getQuantity() >= 0,
                path + "quantity",
                "expected a number that is not negative");
    }

    private void checkOrder(Order order) {
        order.getAllFields().forEach((field, value) -> {
            if (value instanceof Money money) {
                checkMoney(money, "order." + field.getJsonName());
            }
        });
    }

    private void checkMoney(Money money, String path) {
        expect(isCurrency(money.getCurrency()), path + ".currency", "expected an ISO 4217 code such as EUR");
    }

    private static boolean isCurrency(String code) {
        try {
            return Currency.getInstance(code).getDefaultFractionDigits() >= 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void expect(boolean holds, String field, String message) {
        if (!holds) {
            faults.invalid(field, message);
        }
    }
}
