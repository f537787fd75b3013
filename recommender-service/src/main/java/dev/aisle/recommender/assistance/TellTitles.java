package dev.aisle.recommender.assistance;

import dev.aisle.assistant.understanding.entities.KeepTitles;
import dev.aisle.recommender.catalog.ProductChange;
import dev.aisle.recommender.catalog.ProductChange.Described;
import dev.aisle.recommender.catalog.ProductChange.Removed;
import dev.aisle.recommender.catalog.ProductListener;
import dev.aisle.recommender.catalog.ProductTexts.Wording;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells the assistant the titles of the catalogue, in all its languages, so that it finds them in texts. */
@Singleton
class TellTitles implements ProductListener {
    private final KeepTitles titles;

    TellTitles(KeepTitles titles) {
        this.titles = titles;
    }

    @Override
    public void read(List<ProductChange> products) {
        changed(products);
    }

    @Override
    public void readAll() {
        // A text that comes before is read with the titles that are known by then.
    }

    @Override
    public void changed(List<ProductChange> changes) {
        Map<String, Set<String>> changed = new HashMap<>();
        for (ProductChange change : changes) {
            switch (change) {
                case Described product -> changed.put(product.productId(), titlesOf(product));
                case Removed product -> changed.put(product.productId(), Set.of());
            }
        }
        titles.take(changed);
    }

    /** The title in the shop's main language, and those in the others. */
    private static Set<String> titlesOf(Described product) {
        Set<String> all = new LinkedHashSet<>(List.of(product.title()));
        product.texts().localized().values().stream().map(Wording::title).forEach(all::add);
        return all;
    }
}
