package dev.aisle.shop;

import dev.aisle.simulator.Kind;
import dev.aisle.simulator.Product;
import dev.aisle.simulator.Shop;
import dev.aisle.simulator.ShopSettings;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The products of the demo: those that {@code ./aisle demo} puts into the catalogue, which depend on no date. */
final class Shelf {
    private final Map<String, Product> byId = new LinkedHashMap<>();

    Shelf() {
        var shop = new Shop(ShopSettings.demo(LocalDate.EPOCH));
        shop.products().forEach(product -> byId.put(product.id(), product));
    }

    Optional<Product> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    List<Product> all() {
        return List.copyOf(byId.values());
    }

    /** What is bought most of a kind comes first. */
    List<Product> of(Kind kind) {
        return byId.values().stream()
                .filter(product -> product.kind() == kind)
                .sorted(Comparator.comparingDouble(Product::popularity).reversed())
                .toList();
    }

    static Optional<Kind> kind(String name) {
        return List.of(Kind.values()).stream()
                .filter(kind -> name(kind).equals(name))
                .findFirst();
    }

    /** A kind in an address. */
    static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
