package dev.aisle.profile.usecase;

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

    /** The same as {@link #newVisitorDays()}. */
    default Duration newVisitorFor() {
        return Duration.ofDays(newVisitorDays());
    }
}
