package dev.aisle.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestLabelsTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @BeforeEach
    void filtered() {
        registry.config()
                .meterFilter(new RequestLabels(new MetricsConfig() {
                            @Override
                            public Optional<List<String>> latencyOf() {
                                return Optional.of(List.of("/v1/decisions"));
                            }

                            @Override
                            public Map<String, String> disk() {
                                return Map.of();
                            }
                        })
                        .labels());
    }

    @Test
    void refusalsOfARouteAreOneSeries() {
        requests("GET", "/v1/flags", "200", "400", "401", "403", "404", "409", "429", "503");

        assertThat(statuses("/v1/flags")).containsExactlyInAnyOrder("200", "4xx", "503");
    }

    @Test
    void aRouteThatSomebodyWaitsForTellsThemApart() {
        requests("POST", "/v1/decisions", "200", "400", "429");

        assertThat(statuses("/v1/decisions")).containsExactlyInAnyOrder("200", "400", "429");
    }

    @Test
    void aMethodThatAClientInventsIsOther() {
        requests("GET", "/v1/flags", "200");
        requests("BREW", "/v1/flags", "405");
        requests("STEEP", "/v1/flags", "405");

        assertThat(registry.getMeters())
                .extracting(meter -> meter.getId().getTag("method"))
                .containsExactlyInAnyOrder("GET", "OTHER");
    }

    private void requests(String method, String uri, String... statuses) {
        for (String status : statuses) {
            registry.counter("http.server.requests", "method", method, "uri", uri, "status", status)
                    .increment();
        }
    }

    private List<String> statuses(String uri) {
        return registry.getMeters().stream()
                .filter(meter -> uri.equals(meter.getId().getTag("uri")))
                .map(meter -> String.valueOf(meter.getId().getTag("status")))
                .toList();
    }
}
