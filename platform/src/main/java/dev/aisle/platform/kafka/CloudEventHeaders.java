package dev.aisle.platform.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** CloudEvents in binary mode: attributes as headers, Protobuf as the value. */
public final class CloudEventHeaders {
    private CloudEventHeaders() {}

    /**
     * The headers of one record.
     *
     * @param id unique per source; the same id again is the same event
     * @param type the full name of the Protobuf message
     * @param source the service's name
     * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">Kafka
     *     protocol binding</a>
     */
    public static Headers of(String id, String type, String source) {
        return new RecordHeaders()
                .add("ce_specversion", bytes("1.0"))
                .add("ce_id", bytes(id))
                .add("ce_type", bytes(type))
                .add("ce_source", bytes("/" + source))
                .add("ce_time", bytes(Instant.now().toString()))
                .add("content-type", bytes("application/protobuf"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
