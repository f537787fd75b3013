package dev.aisle.privacy.rights.receipts;

import dev.aisle.contracts.privacy.v1.ErasureReceipt;
import dev.aisle.platform.kafka.DeadLetters;
import dev.aisle.platform.kafka.RecordReader;
import dev.aisle.platform.kafka.RecordReader.Unreadable;
import dev.aisle.platform.tracing.ContinuesTraces;
import dev.aisle.privacy.rights.receipts.AcceptReceipts.Answer;
import dev.aisle.privacy.shared.people.ReceiptRules;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Hears what the services answer to an erasure. */
@ApplicationScoped
class ReceiptMessages {
    private final AcceptReceipts acceptReceipts;
    private final DeadLetters deadLetters;

    ReceiptMessages(AcceptReceipts acceptReceipts, DeadLetters deadLetters) {
        this.acceptReceipts = acceptReceipts;
        this.deadLetters = deadLetters;
    }

    /** A batch; an outage is waited out, a bad record goes to the dead letters and the others count. */
    @Incoming("erasure-receipts")
    @ContinuesTraces
    @Blocking
    @Retry(maxRetries = -1, delay = 500, maxDuration = 0, jitter = 200)
    void on(ConsumerRecords<String, byte[]> records) {
        List<ConsumerRecord<String, byte[]>> readable = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            ErasureReceipt receipt = read(record);
            if (receipt != null) {
                readable.add(record);
                answers.add(new Answer(record.key(), receipt));
            }
        }
        List<Optional<String>> refusals = acceptReceipts.accept(answers);
        for (int i = 0; i < refusals.size(); i++) {
            ConsumerRecord<String, byte[]> record = readable.get(i);
            refusals.get(i).ifPresent(reason -> deadLetters.put(record, reason));
        }
    }

    private @Nullable ErasureReceipt read(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return null;
        }
        try {
            return RecordReader.parse(record, ErasureReceipt.parser(), receipt -> violation(record, receipt));
        } catch (Unreadable e) {
            deadLetters.put(record, e.reason());
            return null;
        }
    }

    private static @Nullable String violation(ConsumerRecord<String, byte[]> record, ErasureReceipt receipt) {
        if (record.key() == null) {
            return "the key is missing";
        }
        return receipt.getPseudonym().isEmpty() || receipt.getPseudonym().equals(record.key())
                ? ReceiptRules.violation(receipt)
                : "the key isn't the pseudonym";
    }
}
