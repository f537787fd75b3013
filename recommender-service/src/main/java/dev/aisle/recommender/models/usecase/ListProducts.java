package dev.aisle.recommender.models.usecase;

import dev.aisle.recommender.catalog.Catalogue;
import dev.aisle.recommender.catalog.CatalogueItem;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.function.Consumer;

/** What there is to know of the products, for trainings outside of this service. */
@Singleton
public class ListProducts {
    private final Catalogue catalogue;

    ListProducts(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Whether the catalogue was read. */
    public boolean known() {
        return catalogue.loaded();
    }

    /** Gives all of them, by their ids. */
    public void all(Consumer<CatalogueItem> each) {
        catalogue.all().sorted(Comparator.comparing(CatalogueItem::productId)).forEach(each);
    }
}
