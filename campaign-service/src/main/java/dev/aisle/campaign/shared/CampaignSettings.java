package dev.aisle.campaign.shared;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** Settings of this service. */
@ConfigMapping(prefix = "aisle.campaign")
public interface CampaignSettings {
    /** Names of the shipped campaigns to publish at the start: {@code campaigns/<name>.json}. */
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
}
