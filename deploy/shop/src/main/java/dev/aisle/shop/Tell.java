package dev.aisle.shop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.shop.gateway.Door;
import dev.aisle.shop.gateway.Reply;
import dev.aisle.simulator.Kind;
import dev.aisle.simulator.Money;
import dev.aisle.simulator.Product;
import java.util.Map;
import java.util.Optional;

/** Tells the door what a visitor does, by Segment's names. A page doesn't wait for it, and what nobody agreed to is dropped there. */
final class Tell {
    private Tell() {}

    static void viewed(Visitor visitor, Product product) {
        later(visitor, "Product Viewed", properties(product, 1));
    }

    static void searched(Visitor visitor, String words) {
        later(visitor, "Products Searched", Reply.JSON.createObjectNode().put("query", words));
    }

    static void listed(Visitor visitor, Kind kind) {
        later(visitor, "Product List Viewed", Reply.JSON.createObjectNode().put("category", kind.title()));
    }

    static void added(Visitor visitor, Product product) {
        later(visitor, "Product Added", properties(product, 1));
    }

    /** An order is told before its page is shown, so that the next list knows of it. */
    static void ordered(
            Visitor visitor, String number, Money total, Optional<String> coupon, Map<Product, Integer> lines) {
        ObjectNode order = Reply.JSON
                .createObjectNode()
                .put("order_id", number)
                .put("total", total.amount())
                .put("currency", total.currency());
        coupon.ifPresent(code -> order.put("coupon", code));
        var products = order.putArray("products");
        lines.forEach((product, quantity) -> products.add(properties(product, quantity)));
        visitor.apis().door().track(visitor.actor(), "Order Completed", order);
    }

    private static ObjectNode properties(Product product, int quantity) {
        return Reply.JSON
                .createObjectNode()
                .put("product_id", product.id())
                .put("category", product.category())
                .put("brand", product.brand().title())
                .put("price", product.price().amount())
                .put("currency", product.price().currency())
                .put("quantity", quantity);
    }

    private static void later(Visitor visitor, String event, ObjectNode properties) {
        Door door = visitor.apis().door();
        Door.Actor actor = visitor.actor();
        Thread.startVirtualThread(() -> door.track(actor, event, properties));
    }
}
