package dev.aisle.ingest.refine.steps;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.Erasure;
import dev.aisle.contracts.privacy.v1.ErasureReceipt;
import dev.aisle.contracts.privacy.v1.Outstanding;
import dev.aisle.ingest.refine.memory.Browsers;
import dev.aisle.ingest.refine.memory.Histories;
import dev.aisle.ingest.refine.memory.Links;
import dev.aisle.ingest.refine.memory.SeenMessages;
import dev.aisle.platform.erasure.ErasureMarks;
import dev.aisle.platform.erasure.ErasureReceipts;
import dev.aisle.platform.erasure.ReceiptSigner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** An erasure in, a receipt out: what refine remembered of the person is gone in the same transaction. */
public final class EraseHistory extends ContextualProcessor<String, byte[], String, byte[]> {
    private final ReceiptSigner signer;

    /** Erases and signs what it says about that. */
    public EraseHistory(ReceiptSigner signer) {
        this.signer = signer;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        super.init(context);
        RollSegments.schedule(context);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        if (record.key() == null || record.value() == null || ErasureMarks.isMark(record.key())) {
            return;
        }
        // Also when the record can't be read: whoever has one here asked for erasure.
        Map<String, Long> removed = erase(record.key(), record.timestamp());
        erasure(record.key(), record.value())
                .ifPresent(erasure ->
                        new Outputs(context()).receipt(record.key(), receipt(erasure, removed), record.timestamp()));
    }

    /** What lies in the log already can't be taken out of it; it goes with its segment. */
    private ErasureReceipt receipt(Erasure erasure, Map<String, Long> removed) {
        ErasureReceipt receipt = ErasureReceipts.of(erasure, Outputs.SERVICE, removed);
        Timestamp due = receipt.getErasedAt().toBuilder()
                .setSeconds(receipt.getErasedAt().getSeconds()
                        + Topic.EVENTS.longestLife().toSeconds())
                .build();
        return signer.sign(receipt.toBuilder()
                .addOutstanding(Outstanding.newBuilder()
                        .setWhat(
                                "events under the old pseudonym in Kafka's log, at the end of their retention; used buffers in memory")
                        .setDue(due))
                .build());
    }

    private Map<String, Long> erase(String pseudonym, long timestamp) {
        SeenMessages seen = new SeenMessages(context().getStateStore(SeenMessages.NAME));
        Histories histories = new Histories(context().getStateStore(Histories.NAME));
        return Map.of(
                "seen-messages",
                seen.forget(pseudonym),
                "histories",
                histories.erase(pseudonym),
                "person-links",
                unlink(pseudonym, timestamp));
    }

    /**
     * As a browser the person has a link of its own. As a known person, links in other partitions: a record without a value takes
     * each of them back there.
     */
    private long unlink(String pseudonym, long timestamp) {
        Links links = new Links(context().getStateStore(Links.NAME));
        Browsers browsers = new Browsers(context().getStateStore(Browsers.NAME));
        List<String> pointing = new ArrayList<>(browsers.of(pseudonym));
        browsers.forget(pseudonym);
        if (links.remove(pseudonym)) {
            pointing.add(pseudonym);
        }
        pointing.forEach(anonymous -> new Outputs(context()).link(anonymous, null, timestamp));
        return pointing.size();
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
