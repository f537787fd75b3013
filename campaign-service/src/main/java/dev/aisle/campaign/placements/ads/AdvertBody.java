package dev.aisle.campaign.placements.ads;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An ad as a marketer writes it: see {@link Advert}. */
record AdvertBody(
        @NotNull(message = "is missing: 1 to 64 of a to z, 0 to 9 and hyphens")
        String id,

        @NotNull(message = "is missing: an advertiser's id") String advertiser,

        @NotNull(message = "is missing: the product that is advertised")
        String productId,

        @NotNull(message = "is missing: 1 to 200 characters")
        String title,

        @NotNull(message = "is missing: what a click is worth at most, minor units (cents)")
        Long bid,

        @NotNull(message = "is missing: placements where it may be shown")
        @Size(max = 100, message = "has more than 100")
        Set<@NotNull(message = "is null") String> placements,

        @Nullable @Size(max = 200, message = "has more than 200")
        Set<@NotNull(message = "is null") String> keywords,

        @Nullable @Size(max = 100, message = "has more than 100")
        Set<@NotNull(message = "is null") String> categories,

        @Nullable @Size(max = 200, message = "has more than 200")
        Set<@NotNull(message = "is null") String> notWith,

        @Nullable String audience) {
    /** @throws dev.aisle.campaign.placements.ads.InvalidAdException when it can't be one */
    Advert toAdvert() {
        return new Advert(
                id,
                advertiser,
                productId,
                title,
                bid,
                placements,
                orNone(keywords),
                orNone(categories),
                orNone(notWith),
                audience);
    }

    private static Set<String> orNone(@Nullable Set<String> given) {
        return given == null ? Set.of() : given;
    }
}
