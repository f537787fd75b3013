package dev.aisle.platform.guard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The strength of the guard. */
@ConfigMapping(prefix = "aisle.guard")
public interface GuardConfig {
    /** The smallest number of people that is shown, 2 or more. */
    @WithDefault("20")
    int k();

    /** Standard deviation of the noise of a number of people, 10 or more; its square by 14.4 is the number of new answers a reader and day. */
    @WithDefault("17")
    double deviation();
}
