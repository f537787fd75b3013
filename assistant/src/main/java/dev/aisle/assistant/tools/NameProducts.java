package dev.aisle.assistant.tools;

import dev.aisle.assistant.shared.Language;
import dev.aisle.assistant.shop.Product;
import dev.aisle.assistant.shop.Shop;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Titles of products in the language of a conversation, where the shop has them. */
@Singleton
class NameProducts {
    private final Shop shop;

    NameProducts(Shop shop) {
        this.shop = shop;
    }

    /** Id → title. */
    Map<String, String> in(Language language, Collection<Product> products) {
        Map<String, String> titles = new HashMap<>();
        products.forEach(product -> titles.put(product.id(), product.title()));
        if (!titles.isEmpty()) {
            titles.putAll(shop.titles(List.copyOf(titles.keySet()), language.tag()));
        }
        return titles;
    }
}
