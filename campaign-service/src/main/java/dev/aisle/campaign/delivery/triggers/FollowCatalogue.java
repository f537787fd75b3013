package dev.aisle.campaign.delivery.triggers;

import dev.aisle.campaign.campaigns.domain.definition.TriggerType;
import dev.aisle.campaign.delivery.journeys.store.ProductRepository;
import dev.aisle.campaign.delivery.journeys.store.ProductRepository.Price;
import dev.aisle.campaign.delivery.journeys.store.ProductRepository.Product;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps titles, prices and stock; a lower price and a product that is there again are told to those who were interested. */
@ApplicationScoped
class FollowCatalogue {
    private final ProductRepository products;
    private final WalkTable walks;

    FollowCatalogue(ProductRepository products, WalkTable walks) {
        this.products = products;
        this.walks = walks;
    }

    /** Takes products in order. What is told of one for the first time is no news; nor is what is older than what is known. */
    @Transactional
    public void follow(Collection<Product> told) {
        for (Product product : told) {
            Optional<Product> before = products.of(product.id());
            if (products.put(product)) {
                before.ifPresent(known -> news(known, product));
            }
        }
    }

    /** These are gone. */
    @Transactional
    public void forget(Collection<String> ids) {
        ids.forEach(products::remove);
    }

    private void news(Product before, Product after) {
        Instant at = after.sourceTime();
        double fallen = fallen(before.price(), after.price());
        if (fallen > 0 && after.available()) {
            walks.begin(TriggerType.PRICE_DROP.code(), after.id(), fallen, at);
        }
        if (after.available() && !before.available()) {
            walks.begin(TriggerType.BACK_IN_STOCK.code(), after.id(), 0, at);
        }
    }

    private static double fallen(@Nullable Price before, @Nullable Price after) {
        if (before == null || after == null || before.minorUnits() <= 0) {
            return 0;
        }
        return before.currency().equals(after.currency()) ? 1 - (double) after.minorUnits() / before.minorUnits() : 0;
    }
}
