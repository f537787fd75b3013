package dev.aisle.recommender.catalog;

import dev.aisle.platform.domains.Domains;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** To which domain products and what people do with them belong. */
@Singleton
public class ProductDomains {
    private final Domains domains;
    private final Catalogue catalogue;

    ProductDomains(Domains domains, Catalogue catalogue) {
        this.domains = domains;
        this.catalogue = catalogue;
    }

    /** Whether there are several: where there is one, nobody has to be asked. */
    public boolean several() {
        return domains.several();
    }

    /** Whether the catalogue has products of several; looks at all of them. */
    public boolean mixed() {
        return several()
                && catalogue
                                .all()
                                .map(CatalogueItem::domain)
                                .distinct()
                                .limit(2)
                                .count()
                        > 1;
    }

    /** The domain of a product; {@code null} when the catalogue hasn't it. */
    public @Nullable String of(String productId) {
        CatalogueItem product = catalogue.get(productId);
        return product == null ? null : product.domain();
    }

    /** What was said of an interaction, else the domain of its product; {@code null} when nobody knows: then it is of no domain that is asked for. */
    public @Nullable String of(@Nullable String said, String productId) {
        return said == null ? of(productId) : said;
    }
}
