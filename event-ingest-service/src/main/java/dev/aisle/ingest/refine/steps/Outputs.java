package dev.aisle.ingest.refine.steps;

import com.google.protobuf.Message;
import dev.aisle.contracts.events.v1.RejectedEvent;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.ingest.v1.PersonLink;
import dev.aisle.contracts.operations.v1.DeadLetter;
import dev.aisle.contracts.privacy.v1.ErasureReceipt;
import dev.aisle.ingest.shared.values.Hashes;
import dev.aisle.ingest.shared.values.Timestamps;
import dev.aisle.platform.kafka.CloudEventHeaders;
import dev.aisle.platform.tracing.TraceParent;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Where the steps write to. All of it belongs to the transaction of the record that is being processed. */
public final class Outputs {
    public static final String SERVICE = "event-ingest-service";
    public static final String EVENTS = "to-events";
    public static final String REJECTED = "to-rejected";
    public static final String RECEIPTS = "to-receipts";
    public static final String DEAD_LETTERS = "to-dead-letters";
    public static final String LINKS = "to-links";
    public static final String MERGED = "to-raw";

    private final ProcessorContext<String, byte[]> context;
    private final @Nullable String traceParent;

    Outputs(ProcessorContext<String, byte[]> context) {
        this(context, null);
    }

    private Outputs(ProcessorContext<String, byte[]> context, @Nullable String traceParent) {
        this.context = context;
        this.traceParent = traceParent;
    }

    /** Because of a record: what is written goes on with its trace. */
    static Outputs of(ProcessorContext<String, byte[]> context, Record<String, byte[]> record) {
        return new Outputs(context, TraceParent.of(record.headers()));
    }

    void event(ShopEvent event, long timestamp) {
        forward(EVENTS, event.getPseudonym(), event.getMessageId(), event, timestamp);
    }

    /** An event that belongs to somebody else goes the same way again, in that person's partition. */
    void merged(ShopEvent event, long timestamp) {
        forward(MERGED, event.getPseudonym(), event.getMessageId(), event, timestamp);
    }

    /** A link, or that there is none any more. */
    void link(String anonymous, @Nullable PersonLink link, long timestamp) {
        if (link == null) {
            context.forward(new Record<String, byte @Nullable []>(anonymous, null, timestamp), LINKS);
        } else {
            forward(LINKS, anonymous, UUID.randomUUID().toString(), link, timestamp);
        }
    }

    void receipt(String pseudonym, ErasureReceipt receipt, long timestamp) {
        forward(RECEIPTS, pseudonym, UUID.randomUUID().toString(), receipt, timestamp);
    }

    /** A refusal without the event: who withdrew or was erased must not be replayed either. */
    void rejected(String messageId, String code, String reason, String source, long timestamp) {
        RejectedEvent rejected = RejectedEvent.newBuilder()
                .setMessageId(messageId)
                .setCode(code)
                .setReason(reason)
                .setRejectedAt(Timestamps.of(Instant.now()))
                .setStage("refine")
                .setSource(source)
                .build();
        forward(REJECTED, messageId, messageId, rejected, timestamp);
    }

    /** A record that nobody can read: its coordinates for whoever repairs it, and a refusal for whoever counts. */
    void unreadable(byte @Nullable [] payload, String reason, long timestamp) {
        rejected(deadLetter(payload, reason, timestamp), "unparsable", reason, "", timestamp);
    }

    /** Only the coordinates; the id of the letter. */
    String deadLetter(byte @Nullable [] payload, String reason, long timestamp) {
        RecordMetadata where = context.recordMetadata()
                .orElseThrow(() -> new IllegalStateException("Only a record can be unreadable"));
        byte[] bytes = payload == null ? new byte[0] : payload;
        DeadLetter letter = DeadLetter.newBuilder()
                .setService(SERVICE)
                .setTopic(where.topic())
                .setPartition(where.partition())
                .setOffset(where.offset())
                .setReason(reason)
                .setSeenAt(Timestamps.of(Instant.now()))
                .setSizeBytes(bytes.length)
                .setPayloadHash(Hashes.sha256(bytes))
                .build();
        String id = where.topic() + "-" + where.partition() + "-" + where.offset();
        forward(DEAD_LETTERS, SERVICE, id, letter, timestamp);
        return id;
    }

    private void forward(String sink, String key, String id, Message message, long timestamp) {
        String type = message.getDescriptorForType().getFullName();
        Headers headers = CloudEventHeaders.of(id, type, SERVICE);
        TraceParent.put(headers, traceParent);
        context.forward(new Record<>(key, message.toByteArray(), timestamp, headers), sink);
    }
}
