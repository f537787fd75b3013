package dev.aisle.campaign.placements.ads.serving;

import dev.aisle.campaign.placements.ads.AdContext;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The page that asks for ads.
 *
 * @param keywords of the page or the search
 * @param products on the page; an ad for one of them isn't shown
 * @param excludedAdvertisers who must not be shown here
 * @param subject a pseudonym: used for ads with an audience, and only when the person allows targeted ads
 */
record AdPageBody(
        @NotNull(message = "is missing: an ISO 4217 code such as EUR")
        @Pattern(regexp = "[A-Z]{3}", message = "is no ISO 4217 code such as EUR")
        String currency,

        @Nullable @Size(max = 50, message = "has more than 50 words")
        Set<
                        @NotNull(message = "is null")
                        @Size(min = 1, max = 100, message = "has no or more than 100 characters") String>
                keywords,

        @Nullable @Size(max = 50, message = "has more than 50 categories")
        Set<@NotNull(message = "is null") String> categories,

        @Nullable @Size(max = 100, message = "has more than 100 products")
        Set<@NotNull(message = "is null") String> products,

        @Nullable @Size(max = 1_000, message = "has more than 1000 advertisers")
        Set<@NotNull(message = "is null") String> excludedAdvertisers,

        @Nullable @Size(max = 1_000, message = "has more than 1000 categories")
        Set<@NotNull(message = "is null") String> excludedCategories,

        @Nullable @Min(value = 1, message = "must be 1 to 20") @Max(value = 20, message = "must be 1 to 20")
        Integer slots,

        @Nullable
        @Pattern(
                regexp = "p1\\.[A-Za-z0-9_-]{1,32}\\.[A-Za-z0-9_-]{32}",
                message = "is not a pseudonym: send no customer id or address here")
        String subject,

        @Nullable @Pattern(regexp = "[A-Za-z0-9-]{1,35}", message = "is not a BCP 47 tag such as en or zh-CN")
        String locale) {
    AdContext toContext(String placement, Set<String> segments) {
        return new AdContext(
                placement,
                currency,
                orNone(keywords),
                orNone(categories),
                orNone(products),
                orNone(excludedAdvertisers),
                orNone(excludedCategories),
                segments);
    }

    private static Set<String> orNone(@Nullable Set<String> given) {
        return given == null ? Set.of() : given;
    }
}
