package dev.aisle.platform.retention;

import io.smallrye.config.ConfigMapping;
import java.time.Period;
import java.util.Map;

/** What a shop changes of the contract's periods. */
@ConfigMapping(prefix = "aisle.retention")
public interface RetentionConfig {
    /** Table → how long its rows stay, an ISO 8601 period such as {@code P6M}; instead of the contract's. */
    Map<String, Period> keep();
}
