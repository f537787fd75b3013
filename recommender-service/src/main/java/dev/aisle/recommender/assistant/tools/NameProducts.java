package dev.aisle.recommender.assistant.tools;

import dev.aisle.recommender.assistant.shared.Language;
import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.catalog.ProductChange;
import dev.aisle.recommender.catalog.ProductRepository;
import dev.aisle.recommender.catalog.ProductTexts;
import dev.aisle.recommender.catalog.ProductTexts.Wording;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Titles of products in the language of a conversation, where the shop has them. */
@Singleton
class NameProducts {
    private final ProductRepository products;

    NameProducts(ProductRepository products) {
        this.products = products;
    }

    /** Id → title. */
    Map<String, String> in(Language language, Collection<CatalogueItem> items) {
        Map<String, String> titles = new HashMap<>();
        items.forEach(item -> titles.put(item.productId(), item.title()));
        List<String> ids = items.stream().map(CatalogueItem::productId).toList();
        for (ProductChange change : ids.isEmpty() ? List.<ProductChange>of() : products.find(ids)) {
            if (change instanceof ProductChange.Described described) {
                String title = localized(described.texts(), language);
                if (!title.isEmpty()) {
                    titles.put(described.productId(), title);
                }
            }
        }
        return titles;
    }

    private static String localized(ProductTexts texts, Language language) {
        return texts.localized().entrySet().stream()
                .filter(one -> Locale.forLanguageTag(one.getKey()).getLanguage().equals(language.tag()))
                .map(Map.Entry::getValue)
                .map(Wording::title)
                .findFirst()
                .orElse("");
    }
}
