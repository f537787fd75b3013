package dev.aisle.privacy.rights.erasure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** Who must answer an erasure, and how patient one is. */
@ConfigMapping(prefix = "aisle.erasure")
public interface ErasureConfig {
    /** The services without whose receipts no erasure is complete. */
    @WithDefault("event-ingest-service,profile-service,recommender-service,campaign-service,privacy-service")
    List<String> services();

    /** After how long without all the receipts an erasure is sent again. */
    @WithDefault("30s")
    Duration retryAfter();

    /** How often that is looked at; read by the scheduler. */
    @WithDefault("5s")
    Duration checkEvery();
}
