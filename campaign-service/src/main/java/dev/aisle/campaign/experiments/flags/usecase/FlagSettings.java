package dev.aisle.campaign.experiments.flags.usecase;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** How flags are delivered. */
@ConfigMapping(prefix = "aisle.flags")
public interface FlagSettings {
    /** Attributes that rules in the public payload may look at. A flag whose rules look at any other is evaluated on the server only. */
    @WithDefault("country,language,locale,device,browser,os,channel,path,url")
    Set<String> openAttributes();

    /** Requests a second that a client key may make at an instance; twice as many at once. */
    @WithDefault("1000")
    long requestsPerSecond();

    /** Streams of changes that an instance holds open. */
    @WithDefault("2000")
    int streams();
}
