package dev.aisle.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FewSeriesTest {
    private static final String CLIENT =
            "event-ingest-refine-0190a1b2-1234-4abc-8def-0123456789ab-StreamThread-1-consumer";

    private static final List<Tag> TAGS = List.of(Tag.of("client.id", CLIENT), Tag.of("topic", "aisle.events.v1"));

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @BeforeEach
    void filtered() {
        registry.config().meterFilter(new FewSeries().series());
    }

    @Test
    void whatARuleAsksForStaysUnderANameThatIsTheSameAfterTheNextStart() {
        registry.gauge("kafka.consumer.fetch.manager.records.lag", TAGS, 7);

        assertThat(registry.getMeters())
                .extracting(Meter::getId)
                .singleElement()
                .satisfies(id ->
                        assertThat(id.getTag("client.id")).isEqualTo("event-ingest-refine-StreamThread-1-consumer"));
    }

    @Test
    void whatNobodyAsksForOfKafkaIsNotMeasured() {
        registry.gauge("kafka.stream.processor.node.process.rate", TAGS, 7);
        registry.gauge("kafka.consumer.node.request.rate", TAGS, 7);
        registry.counter("aisle.dead.letters", "topic", "aisle.events.v1").increment();

        assertThat(registry.getMeters())
                .extracting(meter -> meter.getId().getName())
                .containsExactly("aisle.dead.letters");
    }
}
