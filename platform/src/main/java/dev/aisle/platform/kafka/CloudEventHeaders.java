package dev.aisle.platform.kafka;

import dev.aisle.platform.tracing.TraceParent;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * CloudEvents in binary mode: attributes as headers, Protobuf as the value. The time is that of the record; {@code ce_time} would
 * say it twice.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">Kafka protocol
 *     binding</a>
 */
public final class CloudEventHeaders {
    private static final Header VERSION = header("ce_specversion", "1.0");
    private static final Header CONTENT_TYPE = header("content-type", "application/protobuf");

    private final Header type;
    private final Header source;

    private CloudEventHeaders(Header type, Header source) {
        this.type = type;
        this.source = source;
    }

    /**
     * What all events of one kind have in common.
     *
     * @param type the full name of the Protobuf message
     * @param source the service's name
     */
    public static CloudEventHeaders kind(String type, String source) {
        return new CloudEventHeaders(header("ce_type", type), header("ce_source", "/" + source));
    }

    /**
     * The headers of one record; with the place in the trace, when there is one.
     *
     * @param id unique per source; the same id again is the same event
     */
    public Headers with(String id) {
        Headers headers = new RecordHeaders(new Header[] {VERSION, header("ce_id", id), type, source, CONTENT_TYPE});
        TraceParent.put(headers, TraceParent.current());
        return headers;
    }

    /** The headers of one record of a kind that is written seldom. */
    public static Headers of(String id, String type, String source) {
        return kind(type, source).with(id);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
