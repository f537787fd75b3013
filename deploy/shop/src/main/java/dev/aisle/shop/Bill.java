package dev.aisle.shop;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.shop.gateway.Till;
import dev.aisle.simulator.Money;
import dev.aisle.simulator.Product;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a cart costs, with the coupon that was typed as the till sees it.
 *
 * @param lines   pieces by product
 * @param goods   minor units
 * @param shipping minor units
 * @param coupon  the till's answer to the code; empty where none was typed
 */
record Bill(Map<Product, Integer> lines, long goods, long shipping, Optional<JsonNode> coupon) {
    static final String CURRENCY = "EUR";
    private static final long SHIPPING = 490;
    private static final long FREE_FROM = 5_000;

    /** Asks the till about a code, if there is one; nothing is held by that. */
    static Bill of(Visit visit, Shelf shelf) {
        Bill plain = of(visit.visitor().cart(), shelf);
        String code = visit.visitor().cart().code();
        return code.isEmpty() || plain.lines().isEmpty()
                ? plain
                : new Bill(
                        plain.lines(),
                        plain.goods(),
                        plain.shipping(),
                        Optional.of(visit.apis().till().checked(plain.basket(visit, code))));
    }

    private static Bill of(Cart cart, Shelf shelf) {
        Map<Product, Integer> lines = new LinkedHashMap<>();
        cart.pieces().forEach((id, count) -> shelf.find(id).ifPresent(product -> lines.put(product, count)));
        long goods = lines.entrySet().stream()
                .mapToLong(line -> line.getKey().price().minorUnits() * line.getValue())
                .sum();
        return new Bill(lines, goods, goods == 0 || goods >= FREE_FROM ? 0 : SHIPPING, Optional.empty());
    }

    /** As the till wants it. */
    Till.Basket basket(Visit visit, String code) {
        List<Till.Line> sent = lines.entrySet().stream()
                .map(line -> new Till.Line(
                        line.getKey().id(),
                        Set.of(Shelf.name(line.getKey().kind())),
                        line.getValue(),
                        line.getKey().price().minorUnits()))
                .toList();
        return new Till.Basket(code, visit.me(), CURRENCY, shipping, sent, visit.tag());
    }

    boolean couponApplies() {
        return coupon.filter(answer -> answer.path("applies").asBoolean()).isPresent();
    }

    /** What the coupon takes off, in minor units. */
    long off() {
        return coupon.map(answer -> answer.path("off").asLong()).orElse(0L);
    }

    Money total() {
        return new Money(goods + shipping - off(), CURRENCY);
    }
}
