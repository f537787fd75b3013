package dev.aisle.campaign.placements.ads;

import static dev.aisle.campaign.placements.ads.InvalidAdException.require;

import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An ad for a product.
 *
 * @param bid what a click is worth at most, minor units of the advertiser's currency
 * @param placements where it may be shown
 * @param keywords words that it fits, in lower case
 * @param categories categories that it fits
 * @param notWith words next to which it is never shown
 * @param audience a segment; then it is only shown to people in it who allow targeted ads. {@code null} for everybody
 */
public record Advert(
        String id,
        String advertiser,
        String productId,
        String title,
        long bid,
        Set<String> placements,
        Set<String> keywords,
        Set<String> categories,
        Set<String> notWith,
        @Nullable String audience) {
    private static final long MOST_BID = 1_000_000;
    private static final double OF_A_CATEGORY = 0.5;

    public Advert {
        placements = Set.copyOf(placements);
        keywords = lower(keywords);
        categories = Set.copyOf(categories);
        notWith = lower(notWith);
        InvalidAdException.requireId(id, "id");
        require(!productId.isBlank() && productId.length() <= 256, "productId", "1 to 256 characters");
        require(!title.isBlank() && title.length() <= 200, "title", "1 to 200 characters");
        require(bid >= 1 && bid <= MOST_BID, "bid", "must be 1 to " + MOST_BID + " minor units (cents)");
        require(!placements.isEmpty(), "placements", "must name at least one placement");
        require(
                !keywords.isEmpty() || !categories.isEmpty(),
                "keywords",
                "say with keywords or categories what the ad fits");
        require(
                Collections.disjoint(keywords, notWith),
                "notWith",
                "has words that are also in keywords; take them out of one");
    }

    static Set<String> lower(Collection<String> words) {
        return words.stream()
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * How well it fits a page, 0 to 1: the share of the page's words that are its own, or half for a category of the page, whichever is
     * more. 0 next to a word that it must not stand by, for its own product's page, and where the page excludes it.
     */
    public double relevance(AdContext context) {
        boolean excluded = context.excludedAdvertisers().contains(advertiser)
                || context.products().contains(productId)
                || !Collections.disjoint(context.keywords(), notWith)
                || !Collections.disjoint(context.excludedCategories(), categories);
        if (excluded) {
            return 0;
        }
        long hits = context.keywords().stream().filter(keywords::contains).count();
        double byWords = context.keywords().isEmpty()
                ? 0
                : (double) hits / context.keywords().size();
        double byCategory = Collections.disjoint(context.categories(), categories) ? 0 : OF_A_CATEGORY;
        return Math.max(byWords, byCategory);
    }
}
