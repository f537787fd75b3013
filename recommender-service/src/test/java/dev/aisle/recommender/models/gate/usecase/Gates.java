package dev.aisle.recommender.models.gate.usecase;

import dev.aisle.recommender.models.gate.domain.TriedPlaces;
import dev.aisle.recommender.models.registry.store.ModelRepository;
import dev.aisle.recommender.models.store.ModelDirectory;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Gates under other settings than those of the running service. */
public final class Gates {
    private Gates() {}

    /** One in which the log of what chance has shown decides, too. */
    public static JudgeCandidate byTheLog(ModelRepository models, ModelDirectory directory, TriedPlaces tried) {
        GateConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(GateConfig.class)
                .withSources(
                        new PropertiesConfigSource(Map.of("aisle.models.gate.off-policy", "required"), "test", 100))
                .build()
                .getConfigMapping(GateConfig.class);
        return new JudgeCandidate(models, directory, config, tried, true);
    }
}
