package dev.aisle.campaign.placements.ads;

import java.util.Set;

/**
 * A page that asks for ads. Of the person nothing but segments, and those only when targeted ads are allowed.
 *
 * @param keywords of the page or the search
 * @param products on the page
 * @param excludedAdvertisers who must not be shown here
 * @param excludedCategories what must not be shown here
 * @param segments of a person who allows targeted ads; empty otherwise
 */
public record AdContext(
        String placement,
        String currency,
        Set<String> keywords,
        Set<String> categories,
        Set<String> products,
        Set<String> excludedAdvertisers,
        Set<String> excludedCategories,
        Set<String> segments) {
    public AdContext {
        keywords = Advert.lower(keywords);
        categories = Set.copyOf(categories);
        products = Set.copyOf(products);
        excludedAdvertisers = Set.copyOf(excludedAdvertisers);
        excludedCategories = Set.copyOf(excludedCategories);
        segments = Set.copyOf(segments);
    }
}
