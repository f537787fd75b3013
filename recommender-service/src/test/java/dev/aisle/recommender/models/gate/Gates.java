package dev.aisle.recommender.models.gate;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Gates under other settings than those of the running service. */
public final class Gates {
    private Gates() {}

    /** One in which the log of what chance has shown decides, too. */
    public static GateConfig byTheLog() {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(GateConfig.class)
                .withSources(
                        new PropertiesConfigSource(Map.of("aisle.models.gate.off-policy", "required"), "test", 100))
                .build()
                .getConfigMapping(GateConfig.class);
    }
}
