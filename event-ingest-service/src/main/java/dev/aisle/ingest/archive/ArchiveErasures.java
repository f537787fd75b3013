package dev.aisle.ingest.archive;

import dev.aisle.contracts.privacy.v1.Erasure;
import dev.aisle.platform.erasure.ErasureMarks;
import dev.aisle.platform.erasure.ErasureReceipts;
import dev.aisle.platform.kafka.RecordReader;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Erasures as they come: files first, then the receipts, then the offset. What dies in between is done again. */
final class ArchiveErasures {
    private static final Logger LOG = Logger.getLogger(ArchiveErasures.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KafkaConsumer<String, byte[]> consumer;
    private final ArchiveLoop.Surroundings around;
    private final Archive archive;
    private final ErasePersons erase;
    private Instant waitingSince = Instant.MAX;

    ArchiveErasures(
            KafkaConsumer<String, byte[]> consumer,
            ArchiveLoop.Surroundings around,
            Archive archive,
            ErasePersons erase) {
        this.consumer = consumer;
        this.around = around;
        this.archive = archive;
        this.erase = erase;
    }

    void handle(Iterable<ConsumerRecord<String, byte[]>> records) throws IOException {
        Set<String> persons = new HashSet<>();
        Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            if (asks(record)) {
                persons.add(record.key());
            }
            done.put(
                    new TopicPartition(record.topic(), record.partition()), new OffsetAndMetadata(record.offset() + 1));
        }
        if (done.isEmpty()) {
            return;
        }
        if (viewLags(persons)) {
            rewind(records);
            return;
        }
        archive.flushAll();
        Map<String, Long> removed = erase.erase(persons);
        for (ConsumerRecord<String, byte[]> record : records) {
            acknowledge(record, removed);
        }
        consumer.commitSync(done, PATIENCE);
    }

    /** Marks say only that it was done. */
    private static boolean asks(ConsumerRecord<String, byte[]> record) {
        return record.key() != null && record.value() != null && !ErasureMarks.isMark(record.key());
    }

    /**
     * Until the view knows of an erasure, events of the person that come later would still be taken: so it waits. Not for ever:
     * somebody may have deleted the erasure again.
     */
    private boolean viewLags(Set<String> persons) {
        if (persons.stream().allMatch(around.erased()::contains)) {
            waitingSince = Instant.MAX;
            return false;
        }
        Instant now = Instant.now();
        waitingSince = waitingSince.isBefore(now) ? waitingSince : now;
        boolean patient = waitingSince.plus(PATIENCE).isAfter(now);
        waitingSince = patient ? waitingSince : Instant.MAX;
        return patient;
    }

    private void rewind(Iterable<ConsumerRecord<String, byte[]>> records) {
        Map<TopicPartition, Long> firsts = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            firsts.merge(new TopicPartition(record.topic(), record.partition()), record.offset(), Math::min);
        }
        firsts.forEach(consumer::seek);
    }

    /** An erasure that can't be read is told by the view of its topic; the person is erased all the same. */
    private void acknowledge(ConsumerRecord<String, byte[]> record, Map<String, Long> removed) {
        if (!asks(record)) {
            return;
        }
        try {
            Erasure erasure = RecordReader.parse(
                    record,
                    Erasure.parser(),
                    read -> read.getPseudonym().equals(record.key()) ? null : "the key isn't the pseudonym");
            long rows = removed.getOrDefault(record.key(), 0L);
            around.words()
                    .receipt(
                            record.key(),
                            ErasureReceipts.of(erasure, ArchiveWords.SERVICE, Map.of("archived-events", rows)));
        } catch (RecordReader.Unreadable e) {
            LOG.debugf("An erasure without a receipt: %s", e.reason());
        }
    }
}
