package dev.aisle.platform.shop;

import dev.aisle.contracts.ShopPrefix;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Labels every meter with the shop, so that two shops that are watched together stay two. */
@Singleton
class ShopLabel {
    static final String LABEL = "shop";

    @Produces
    @Singleton
    MeterFilter label() {
        return of(ShopPrefix.shop());
    }

    static MeterFilter of(String shop) {
        return MeterFilter.commonTags(shop.isEmpty() ? Tags.empty() : Tags.of(LABEL, shop));
    }
}
