package dev.aisle.campaign.shared;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of this service. */
@ConfigMapping(prefix = "aisle.campaign")
public interface CampaignSettings {
    /** Names of the shipped campaigns that a new shop begins with: {@code campaigns/<name>.yaml}. */
    @WithDefault("welcome,cross-sell")
    List<String> shipped();

    /** Items asked for a decision, 1 to 100. */
    @WithDefault("10")
    int itemsPerDecision();

    /** How long a page waits for the recommender; then it gets a decision without items. */
    @WithDefault("500ms")
    Duration recommenderDeadline();

    /** How long a call waits for a new access token, which happens once in its lifetime. */
    @WithDefault("2s")
    Duration tokenDeadline();

    /** Products kept of a person, the latest ones. */
    @WithDefault("20")
    int recentItems();

    /** How long a product counts as recently seen or bought. */
    @WithDefault("30d")
    Duration recentFor();

    /** People that a campaign's audience must have, and below which no number of people is told; 2 or more. */
    @WithDefault("20")
    int threshold();

    /** The shop's name in texts. */
    @WithDefault("our shop")
    String shopName();

    /** The shop's address in texts, {@code https://shop.example}; without it {@code shop.url} is a missing value. */
    Optional<String> shopUrl();
}
