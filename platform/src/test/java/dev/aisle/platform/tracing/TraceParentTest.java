package dev.aisle.platform.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.platform.kafka.CloudEventHeaders;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Scope;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {
    /** The example of the recommendation. */
    private static final String EXAMPLE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void aRecordThatIsWrittenInsideOfASpanCarriesIt() {
        SpanContext place = TraceParent.place(EXAMPLE).orElseThrow();

        try (Scope _ = Span.wrap(place).makeCurrent()) {
            assertThat(TraceParent.of(CloudEventHeaders.of("1", "type", "test")))
                    .isEqualTo(EXAMPLE);
        }
        assertThat(TraceParent.of(CloudEventHeaders.of("1", "type", "test"))).isNull();
    }

    @Test
    void ofARequestItIsTheCurrentSpanAndOfABatchTheRecordWithTheSameKey() {
        BatchTraces traces = new BatchTraces();
        traces.begin(java.util.Map.of("p1.k1.ada", EXAMPLE));

        assertThat(traces.of("p1.k1.ada")).isEqualTo(EXAMPLE);
        assertThat(traces.of("p1.k1.bob")).isNull();

        traces.end();
        assertThat(traces.of("p1.k1.ada")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-ada",
                "00-<script>alert(1)</script>80319cx-b7ad6b7169203331-01",
                "日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日"
            })
    void whatHasNotTheFormOfVersionZeroIsNoTrace(String text) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(TraceParent.HEADER, text.getBytes(StandardCharsets.UTF_8));

        assertThat(TraceParent.of(headers)).isNull();
        assertThat(TraceParent.place(text)).isEmpty();
    }
}
