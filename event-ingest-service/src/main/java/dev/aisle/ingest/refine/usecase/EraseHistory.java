package dev.aisle.ingest.refine.usecase;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.aisle.contracts.privacy.v1.Erasure;
import dev.aisle.ingest.refine.store.Histories;
import dev.aisle.ingest.refine.store.SeenMessages;
import dev.aisle.platform.erasure.ErasureReceipts;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** An erasure in, a receipt out: what refine remembered of the person is gone in the same transaction. */
public final class EraseHistory extends ContextualProcessor<String, byte[], String, byte[]> {
    @Override
    public void process(Record<String, byte[]> record) {
        if (record.key() == null || record.value() == null) {
            return;
        }
        // Also when the record can't be read: whoever has one here asked for erasure.
        Map<String, Long> removed = erase(record.key());
        erasure(record.key(), record.value())
                .ifPresent(erasure -> new Outputs(context())
                        .receipt(ErasureReceipts.of(erasure, Outputs.SERVICE, removed), record.timestamp()));
    }

    private Map<String, Long> erase(String pseudonym) {
        SeenMessages seen = new SeenMessages(context().getStateStore(SeenMessages.NAME));
        Histories histories = new Histories(context().getStateStore(Histories.NAME));
        return Map.of("seen-messages", seen.forget(pseudonym), "histories", histories.erase(pseudonym));
    }

    /** The erasure, when it can be acknowledged. An unreadable one is told of by the view of this topic. */
    private static Optional<Erasure> erasure(String key, byte @Nullable [] value) {
        try {
            Erasure erasure = Erasure.parseFrom(value);
            return erasure.getPseudonym().equals(key) ? Optional.of(erasure) : Optional.empty();
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }
}
