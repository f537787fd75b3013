package dev.aisle.campaign.placements.domain;

import dev.aisle.campaign.shared.Language;
import org.jspecify.annotations.Nullable;

/** What is written at the placement. */
public record Content(String title, String body, @Nullable String coupon) {
    /** Over a list without a campaign. */
    public static Content plain(boolean personalized, Language language) {
        boolean chinese = language == Language.ZH;
        return personalized
                ? new Content(
                        chinese ? "为您精选" : "Chosen for you",
                        chinese ? "根据您的浏览和购买记录。" : "From what you looked at and bought.",
                        null)
                : new Content(
                        chinese ? "店内热门" : "Popular in the shop", chinese ? "大家都在看。" : "What everyone sees.", null);
    }
}
