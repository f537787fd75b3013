package dev.aisle.platform.tracing;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Turns the SDK on when a collector is named. Off, Vert.x gets no tracer and no exporter runs. */
public final class TracesSwitch implements ConfigSourceFactory {
    /** Below the properties of an application and above the defaults of the platform. */
    private static final int ORDINAL = 150;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue endpoint = context.getValue("aisle.traces.endpoint");
        boolean off = endpoint == null
                || endpoint.getValue() == null
                || endpoint.getValue().isBlank();
        ConfigValue share = context.getValue("aisle.traces.share");
        String kept = share == null || share.getValue() == null ? "1" : share.getValue();
        return List.of(new PropertiesConfigSource(
                Map.of("quarkus.otel.sdk.disabled", Boolean.toString(off), "quarkus.otel.traces.sampler.arg", kept),
                "aisle.traces",
                ORDINAL));
    }
}
