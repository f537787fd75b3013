package dev.aisle.campaign.delivery.journeys.usecase;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How journeys are taken on, and how much a person gets of all campaigns together. */
@ConfigMapping(prefix = "aisle.journeys")
public interface JourneySettings {
    /** Whether this process takes on journeys that are due; switched off, it only begins them. */
    @WithDefault("true")
    boolean firing();

    /** Threads that do so. */
    @WithDefault("1")
    int workers();

    /** Journeys that a thread takes on at once. */
    @WithDefault("50")
    int claim();

    /** How often a thread looks when nothing was due. */
    @WithDefault("200ms")
    Duration look();

    /** How long a thread holds what it takes on; after that another one does it. Longer than a round takes. */
    @WithDefault("1m")
    Duration lease();

    /** How long after its moment an occasion still begins a journey: history that is imported begins none. */
    @WithDefault("1d")
    Duration latest();

    /** How long after its moment a step still sends: what was overdue for longer, since the campaign was paused or nothing ran, is dropped as stale. */
    @WithDefault("1d")
    Duration staleAfter();

    /** How long a message may wait for its channel. */
    @WithDefault("1d")
    Duration validFor();

    /** Messages that a person gets at most within the window, of all campaigns together. */
    @WithDefault("5")
    int messagesPerPerson();

    /** That window; it rolls. */
    @WithDefault("7d")
    Duration messagesWindow();
}
