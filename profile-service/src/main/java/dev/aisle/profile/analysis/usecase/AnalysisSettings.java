package dev.aisle.profile.analysis.usecase;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;

/** How questions about many people are answered. */
@ConfigMapping(prefix = "aisle.analysis")
public interface AnalysisSettings {
    /** Where the shop reckons its days. */
    @WithDefault("UTC")
    ZoneId timeZone();

    /** How far back may be asked: no further than events are kept. */
    @WithDefault("P13M")
    Period reach();

    /** An analysis that takes longer fails. */
    @WithDefault("10m")
    Duration deadline();

    /** Within this time a question is answered at once; otherwise by 202 and an address to ask at. */
    @WithDefault("1s")
    Duration answerWithin();

    /** How long the same question gets the same answer; a new one costs one of the reader's day. */
    @WithDefault("6h")
    Duration cacheFor();

    /** How long an answer can be fetched by its address. */
    @WithDefault("24h")
    Duration keepFor();

    /** Analyses that an instance does at once. */
    @WithDefault("2")
    int workers();

    /** Analyses that wait for a worker; more are refused by 503. */
    @WithDefault("20")
    int waiting();

    /** People read at once. */
    @WithDefault("500")
    int pageSize();
}
