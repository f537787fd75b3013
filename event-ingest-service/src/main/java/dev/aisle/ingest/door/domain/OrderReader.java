package dev.aisle.ingest.door.domain;

import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.events.v1.Order;
import dev.aisle.ingest.shared.events.Limits;
import dev.aisle.ingest.shared.values.Amounts;
import dev.aisle.ingest.shared.values.Fields;
import java.util.function.Consumer;

/** The order that an event is about. */
final class OrderReader {
    private OrderReader() {}

    static Order read(Fields properties, Amounts amounts) {
        Order.Builder order = Order.newBuilder()
                .setOrderId(properties.firstText(Limits.ID, "order_id", "orderId", "transaction_id"))
                .setCheckoutId(properties.text("checkout_id", Limits.ID))
                .setAffiliation(properties.clipped("affiliation", Limits.NAME))
                .setCoupon(properties.text("coupon", Limits.ID));
        set(properties, amounts, "subtotal", order::setSubtotal);
        set(properties, amounts, properties.has("total") ? "total" : "value", order::setTotal);
        set(properties, amounts, "revenue", order::setRevenue);
        set(properties, amounts, "shipping", order::setShipping);
        set(properties, amounts, "tax", order::setTax);
        set(properties, amounts, "discount", order::setDiscount);
        return order.build();
    }

    private static void set(Fields properties, Amounts amounts, String name, Consumer<Money> setter) {
        Money amount = amounts.read(properties, name);
        if (amount != null) {
            setter.accept(amount);
        }
    }
}
