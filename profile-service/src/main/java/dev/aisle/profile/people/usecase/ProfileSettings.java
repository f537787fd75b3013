package dev.aisle.profile.people.usecase;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of profiles. */
@ConfigMapping(prefix = "aisle.profile")
public interface ProfileSettings {
    /** Days for which a person without a purchase counts as a new visitor. */
    @WithDefault("30")
    int newVisitorDays();

    /** Time in which the weight of an event in a taste halves. */
    @WithDefault("30d")
    Duration tasteHalfLife();
}
