package dev.aisle.shop.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** campaign-service's coupons: looked at in the cart, reserved and redeemed for an order, given back when it is cancelled. */
public final class Till {
    private final Calls calls;

    Till(Calls calls) {
        this.calls = calls;
    }

    /**
     * What is paid for.
     *
     * @param code     as it was typed
     * @param currency ISO 4217
     * @param shipping minor units
     */
    public record Basket(
            String code, Optional<String> pseudonym, String currency, long shipping, List<Line> lines, String locale) {}

    /**
     * Some pieces of a product.
     *
     * @param price minor units of one
     */
    public record Line(String productId, Set<String> categories, int quantity, long price) {}

    /** {@code {applies, coupon, off, reason}}; holds nothing. */
    public JsonNode checked(Basket basket) {
        return calls.post(Kind.COUPON, "/v1/coupon-checks", body(basket)).json();
    }

    /** Holds it for an order; 409 says why not. Repeated for the same order it gives the same answer. */
    public Reply reserved(String order, Basket basket) {
        return calls.put(Kind.COUPON, "/v1/coupon-uses/" + order, body(basket));
    }

    /** The order is placed. */
    public Reply redeemed(String order) {
        return calls.post(Kind.COUPON, "/v1/coupon-uses/" + order + "/redemption");
    }

    /** The order isn't placed, or was cancelled. */
    public Reply released(String order) {
        return calls.post(Kind.COUPON, "/v1/coupon-uses/" + order + "/release");
    }

    private static ObjectNode body(Basket basket) {
        ObjectNode body = Reply.JSON
                .createObjectNode()
                .put("code", basket.code())
                .put("currency", basket.currency())
                .put("shipping", basket.shipping())
                .put("locale", basket.locale());
        basket.pseudonym().ifPresent(subject -> body.put("subject", subject));
        ArrayNode lines = body.putArray("lines");
        basket.lines().forEach(line -> {
            ObjectNode sent = lines.addObject()
                    .put("productId", line.productId())
                    .put("quantity", line.quantity())
                    .put("price", line.price());
            line.categories().forEach(sent.putArray("categories")::add);
        });
        return body;
    }
}
