package dev.aisle.ingest.archive;

import dev.aisle.contracts.ShopPrefix;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.ingest.archive.files.RowWriter;
import dev.aisle.ingest.shared.events.FieldPurposes;
import dev.aisle.platform.consent.SeenConsent;
import dev.aisle.platform.kafka.BrokerSecurity;
import dev.aisle.platform.kafka.RecordReader;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final KafkaConsumer<String, byte[]> consumer;
    private final ArchiveErasures erasing;
    private List<TopicPartition> events = List.of();

    ArchiveConsumer(ArchiveLoop.Surroundings around, Archive archive, ErasePersons erase) {
        this.around = around;
        this.archive = archive;
        this.consumer = new KafkaConsumer<>(
                BrokerSecurity.with(settings(around.bootstrapServers())),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        this.erasing = new ArchiveErasures(consumer, around, archive, erase);
    }

    private static Map<String, Object> settings(String bootstrapServers) {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.GROUP_ID_CONFIG,
                ShopPrefix.before(ArchiveWords.SERVICE),
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                2_000);
    }

    /** Takes up where the files end, and where the erasures are done. */
    void goOnFrom(Map<Integer, Long> next) {
        events = partitions(Topic.EVENTS);
        List<TopicPartition> erasures = partitions(Topic.ERASURES);
        List<TopicPartition> all = new ArrayList<>(events);
        all.addAll(erasures);
        consumer.assign(all);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(all, PATIENCE);
        Map<TopicPartition, Long> ends = consumer.endOffsets(events, PATIENCE);
        for (TopicPartition partition : events) {
            long begin = begins.getOrDefault(partition, 0L);
            long wanted = next.getOrDefault(partition.partition(), begin);
            check(partition, wanted, begin, ends.getOrDefault(partition, 0L));
            consumer.seek(partition, Math.max(begin, wanted));
        }
        Map<TopicPartition, OffsetAndMetadata> done = consumer.committed(new HashSet<>(erasures), PATIENCE);
        for (TopicPartition partition : erasures) {
            OffsetAndMetadata committed = done.get(partition);
            long begin = begins.getOrDefault(partition, 0L);
            consumer.seek(partition, committed == null ? begin : Math.max(begin, committed.offset()));
        }
    }

    /** Events that the log no longer has are told; a log that is shorter than the files is another one. */
    private void check(TopicPartition partition, long wanted, long begin, long end) {
        if (wanted > end) {
            throw new IllegalStateException("the files go further than " + partition
                    + ": they belong to another log. Give this one a folder of its own");
        }
        if (wanted < begin) {
            LOG.errorf("The archive missed %d records of %s: the log no longer has them", begin - wanted, partition);
            around.status().missed(begin - wanted);
        }
    }

    /** Takes what has come. Who was erased or withdrew must be known first, so that nobody is written who did. */
    void turn() throws IOException {
        if (!around.consents().known()) {
            consumer.pause(consumer.assignment());
        } else {
            consumer.resume(consumer.assignment());
        }
        ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
        for (ConsumerRecord<String, byte[]> record : records.records(Topic.EVENTS.topicName())) {
            take(record);
        }
        erasing.handle(records.records(Topic.ERASURES.topicName()));
        around.status().lag(lag());
    }

    private void take(ConsumerRecord<String, byte[]> record) throws IOException {
        try {
            if (record.value() == null) {
                throw new RecordReader.Unreadable("the record has no value");
            }
            ShopEvent event = RecordReader.parse(
                    record, ShopEvent.parser(), read -> RecordReader.present("pseudonym", read.getPseudonym()));
            SeenConsent seen = SeenConsent.of(event);
            around.consents().catchUp(List.of(seen));
            Set<Purpose> granted = around.consents().granted(seen);
            Optional<ShopEvent> opened =
                    FieldPurposes.allowAny(granted) ? around.seals().open(record.topic(), event) : Optional.empty();
            if (opened.isPresent()) {
                archive.take(
                        limited(opened.get(), granted),
                        record.partition(),
                        record.offset(),
                        Instant.ofEpochMilli(record.timestamp()));
            }
        } catch (RecordReader.Unreadable e) {
            around.words().unreadable(record, e.reason());
        } catch (RowWriter.Unwritable e) {
            around.words().unreadable(record, String.valueOf(e.getMessage()));
        }
    }

    /** A purpose that was lost since the event was refined takes its fields with it. */
    private static ShopEvent limited(ShopEvent event, Set<Purpose> granted) {
        if (granted.size() == event.getGrantedPurposesCount()) {
            return event;
        }
        ShopEvent.Builder limited = event.toBuilder().clearGrantedPurposes().addAllGrantedPurposes(granted);
        FieldPurposes.minimise(limited, granted);
        return limited.build();
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
