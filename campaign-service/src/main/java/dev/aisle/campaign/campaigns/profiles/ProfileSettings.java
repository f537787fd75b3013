package dev.aisle.campaign.campaigns.profiles;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where segments are made. */
@ConfigMapping(prefix = "aisle.profiles")
public interface ProfileSettings {
    /** profile-service. */
    @WithDefault("http://127.0.0.1:18082")
    URI address();

    /** How long an answer is waited for; then a campaign is submitted without the look. */
    @WithDefault("2s")
    Duration timeout();
}
