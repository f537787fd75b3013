package dev.aisle.platform.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

class TracesSwitchTest {
    @Test
    void withoutACollectorNothingIsTraced() {
        assertThat(with("").getValue("quarkus.otel.sdk.disabled", Boolean.class))
                .isTrue();
    }

    @Test
    void aCollectorTurnsItOnWithTheShareThatIsAskedFor() {
        SmallRyeConfig config = with("http://collector:4318");

        assertThat(config.getValue("quarkus.otel.sdk.disabled", Boolean.class)).isFalse();
        assertThat(config.getValue("quarkus.otel.traces.sampler.arg", Double.class))
                .isEqualTo(0.25);
    }

    @Test
    void theProtocolsPathIsAddedOnce() {
        assertThat(SpanDelivery.traces("http://collector:4318")).isEqualTo("http://collector:4318/v1/traces");
        assertThat(SpanDelivery.traces("http://collector:4318/")).isEqualTo("http://collector:4318/v1/traces");
        assertThat(SpanDelivery.traces("http://collector:4318/v1/traces")).isEqualTo("http://collector:4318/v1/traces");
    }

    private static SmallRyeConfig with(String endpoint) {
        return new SmallRyeConfigBuilder()
                .withSources(new TracesSwitch())
                .withDefaultValue("aisle.traces.endpoint", endpoint)
                .withDefaultValue("aisle.traces.share", "0.25")
                .build();
    }
}
