package dev.aisle.ingest.archive.edge;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.privacy.v1.Erasure;
import dev.aisle.ingest.archive.domain.RowWriter;
import dev.aisle.ingest.archive.usecase.Archive;
import dev.aisle.ingest.archive.usecase.ErasePersons;
import dev.aisle.platform.erasure.ErasureReceipts;
import dev.aisle.platform.kafka.RecordReader;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads refined events and erasures. For events the files say where to go on, for erasures the group's offsets: an erasure
 * counts when the files are without the person and the receipt is written.
 */
final class ArchiveConsumer implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ArchiveConsumer.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ArchiveLoop.Surroundings around;
    private final Archive archive;
    private final ErasePersons erase;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> events;
    private final List<TopicPartition> erasures;
    private Instant waitingSince = Instant.MAX;

    ArchiveConsumer(ArchiveLoop.Surroundings around, Archive archive, ErasePersons erase) {
        this.around = around;
        this.archive = archive;
        this.erase = erase;
        this.consumer = new KafkaConsumer<>(
                settings(around.bootstrapServers()), new StringDeserializer(), new ByteArrayDeserializer());
        this.events = partitions(Topic.EVENTS);
        this.erasures = partitions(Topic.ERASURES);
    }

    private static Map<String, Object> settings(String bootstrapServers) {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.GROUP_ID_CONFIG,
                ArchiveWords.SERVICE,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                2_000);
    }

    /** Takes up where the files end. Events that the log no longer has are told; a log that is shorter is another one. */
    void goOnFrom(Map<Integer, Long> next) {
        List<TopicPartition> all = new ArrayList<>(events);
        all.addAll(erasures);
        consumer.assign(all);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(all, PATIENCE);
        Map<TopicPartition, Long> ends = consumer.endOffsets(events, PATIENCE);
        for (TopicPartition partition : events) {
            long begin = begins.getOrDefault(partition, 0L);
            long wanted = next.getOrDefault(partition.partition(), begin);
            if (wanted > ends.getOrDefault(partition, 0L)) {
                throw new IllegalStateException("the files go further than " + partition
                        + ": they belong to another log. Give this one a folder of its own");
            }
            if (wanted < begin) {
                LOG.errorf(
                        "The archive missed %d records of %s: the log no longer has them", begin - wanted, partition);
                around.status().missed(begin - wanted);
            }
            consumer.seek(partition, Math.max(begin, wanted));
        }
        Map<TopicPartition, OffsetAndMetadata> done = consumer.committed(new HashSet<>(erasures), PATIENCE);
        for (TopicPartition partition : erasures) {
            OffsetAndMetadata committed = done.get(partition);
            long begin = begins.getOrDefault(partition, 0L);
            consumer.seek(partition, committed == null ? begin : Math.max(begin, committed.offset()));
        }
    }

    /** Takes what has come. Who was erased must be known first, so that nobody is written who was. */
    void turn() throws IOException {
        if (!around.erased().current()) {
            consumer.pause(consumer.assignment());
        } else {
            consumer.resume(consumer.assignment());
        }
        ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
        for (ConsumerRecord<String, byte[]> record : records.records(Topic.EVENTS.topicName())) {
            take(record);
        }
        erase(records.records(Topic.ERASURES.topicName()));
        around.status().lag(lag());
    }

    private void take(ConsumerRecord<String, byte[]> record) throws IOException {
        try {
            if (record.value() == null) {
                throw new RecordReader.Unreadable("the record has no value");
            }
            ShopEvent event = RecordReader.parse(
                    record, ShopEvent.parser(), read -> RecordReader.present("pseudonym", read.getPseudonym()));
            if (!around.erased().contains(event.getPseudonym())) {
                archive.take(event, record.partition(), record.offset(), Instant.ofEpochMilli(record.timestamp()));
            }
        } catch (RecordReader.Unreadable e) {
            around.words().unreadable(record, e.reason());
        } catch (RowWriter.Unwritable e) {
            around.words().unreadable(record, String.valueOf(e.getMessage()));
        }
    }

    private void erase(Iterable<ConsumerRecord<String, byte[]>> records) throws IOException {
        Set<String> persons = new HashSet<>();
        Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            if (record.key() != null && record.value() != null) {
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
        if (record.key() == null || record.value() == null) {
            return;
        }
        try {
            Erasure erasure = RecordReader.parse(
                    record,
                    Erasure.parser(),
                    read -> read.getPseudonym().equals(record.key()) ? null : "the key isn't the pseudonym");
            long rows = removed.getOrDefault(record.key(), 0L);
            around.words().receipt(ErasureReceipts.of(erasure, ArchiveWords.SERVICE, Map.of("archived-events", rows)));
        } catch (RecordReader.Unreadable e) {
            LOG.debugf("An erasure without a receipt: %s", e.reason());
        }
    }

    private long lag() {
        return events.stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
    }

    private List<TopicPartition> partitions(Topic topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic.topicName(), PATIENCE).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException("there is no topic " + topic.topicName() + " yet");
        }
        return partitions;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
