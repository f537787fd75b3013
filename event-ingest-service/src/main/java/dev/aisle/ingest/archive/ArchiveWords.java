package dev.aisle.ingest.archive;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.ErasureReceipt;
import dev.aisle.platform.erasure.ReceiptSigner;
import dev.aisle.platform.kafka.CloudEventHeaders;
import dev.aisle.platform.kafka.DeadLetters;
import dev.aisle.platform.kafka.Producers;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What the archive says to others: dead letters and receipts. Both are with the broker when a call returns. */
final class ArchiveWords {
    static final String SERVICE = "event-archive";

    private final DeadLetters deadLetters;
    private final Producers producers;
    private final ReceiptSigner signer;

    ArchiveWords(DeadLetters deadLetters, Producers producers, ReceiptSigner signer) {
        this.deadLetters = deadLetters;
        this.producers = producers;
        this.signer = signer;
    }

    void unreadable(ConsumerRecord<String, byte[]> record, String reason) {
        deadLetters.put(record, "event archive: " + reason);
    }

    void receipt(String pseudonym, ErasureReceipt said) {
        ErasureReceipt receipt = signer.sign(said);
        try {
            producers
                    .reliable()
                    .send(new ProducerRecord<>(
                            Topic.ERASURE_RECEIPTS.topicName(),
                            null,
                            pseudonym,
                            receipt.toByteArray(),
                            CloudEventHeaders.of(
                                    UUID.randomUUID().toString(),
                                    ErasureReceipt.getDescriptor().getFullName(),
                                    SERVICE)))
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while writing a receipt", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A receipt could not be written: " + e.getMessage(), e);
        }
    }
}
