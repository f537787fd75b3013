package dev.aisle.profile.segments.usecase;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of segments. */
@ConfigMapping(prefix = "aisle.segments")
public interface SegmentSettings {
    /** How many segments there may be that are not archived: each of them is evaluated with every event of a person. */
    @WithDefault("200")
    int most();

    /** Up to so many people a preview counts everybody; of more it takes this many as a sample. */
    @WithDefault("20000")
    int previewPeople();

    /** When a preview ends with what it has seen. */
    @WithDefault("5s")
    Duration previewWithin();

    /** How many people are looked at in one transaction, when time or a changed rule asks for it. */
    @WithDefault("500")
    int batch();
}
