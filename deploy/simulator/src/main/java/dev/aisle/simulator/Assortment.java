package dev.aisle.simulator;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All products of the shop, made from the seed. */
final class Assortment {
    private static final List<String> STYLES = List.of(
            "Classic",
            "Alpine",
            "Harbour",
            "Meadow",
            "Studio",
            "Heritage",
            "Little",
            "Grand",
            "Everyday",
            "Midnight",
            "Amber",
            "Coral",
            "Slate",
            "Ivory",
            "Willow",
            "Cedar");
    private static final List<Kind> KINDS = List.of(Kind.values());
    private static final List<Brand> BRANDS = List.of(Brand.values());
    private static final double PRICE_SPREAD = 0.25;

    private final List<Product> all;
    private final Map<Kind, List<Product>> byKind = new EnumMap<>(Kind.class);

    Assortment(ShopSettings settings) {
        var products = new ArrayList<Product>();
        for (int number = 0; number < settings.products(); number++) {
            products.add(product(number, Dice.at(settings.seed(), "product", number)));
        }
        all = List.copyOf(products);
        all.forEach(product ->
                byKind.computeIfAbsent(product.kind(), _ -> new ArrayList<>()).add(product));
    }

    private static Product product(int number, Dice dice) {
        var kind = KINDS.get(number % KINDS.size());
        var brand = dice.pick(BRANDS);
        var style = STYLES.get((number / KINDS.size()) % STYLES.size());
        var price = kind.typicalCents() * brand.priceFactor() * Math.exp(PRICE_SPREAD * dice.normal());
        // Prices end in 9, as they do.
        var cents = Math.max(19, Math.round(price / 10) * 10 - 1);
        var title = brand.title() + " " + style + " " + kind.title() + " No. " + (number / KINDS.size() + 1);
        var id = String.format(Locale.ROOT, "p%05d", number + 1);
        return new Product(id, title, kind, brand, new Money(cents, "EUR"), Math.exp(dice.normal() * 0.8));
    }

    List<Product> all() {
        return all;
    }

    List<Kind> kinds() {
        return List.copyOf(byKind.keySet());
    }

    List<Product> of(Kind kind) {
        return byKind.getOrDefault(kind, List.of());
    }
}
