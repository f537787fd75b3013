package dev.aisle.local.chaos;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.aisle.contracts.ShopPrefix;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.local.client.LogKeys;
import dev.aisle.local.client.People;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What has come out of refine for people whom {@link People} made, as any consumer would read it: committed records only. */
public final class RefinedEvents {
    private static final String REFINE_GROUP = ShopPrefix.before("event-ingest-refine");
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** So long nothing moves before a last record is taken for a marker. */
    private static final Duration DOUBT = Duration.ofSeconds(3);

    private final PortPlan ports;

    public RefinedEvents(PortPlan ports) {
        this.ports = ports;
    }

    /** Waits until refine has nothing left to do, then reads the whole topic. */
    public void readAll(Consumer<ShopEvent> reader) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", ports.address(Part.KAFKA)))) {
            awaitIdle(admin);
            read(ends(admin, partitions(Topic.EVENTS)), reader);
        } catch (ExecutionException e) {
            throw new CommandFailure("The broker does not tell how far refine is: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }

    /** Patient as long as something moves: after a long trial the backlog may be that of half an hour. */
    private static void awaitIdle(Admin admin) throws ExecutionException, InterruptedException {
        var last = List.<Long>of();
        var movedAt = System.nanoTime();
        while (true) {
            var backlog = backlog(admin);
            if (!backlog.equals(last)) {
                last = backlog;
                movedAt = System.nanoTime();
            }
            var still = System.nanoTime() - movedAt;
            if (backlog.stream().allMatch(events -> events == 0)
                    || (still > DOUBT.toNanos() && backlog.stream().allMatch(events -> events <= 1))) {
                return;
            }
            if (still > PATIENCE.toNanos()) {
                throw new CommandFailure("Refine stands still; what lies before it in each partition: " + backlog);
            }
            Thread.sleep(POLL);
        }
    }

    /** How much lies before refine in each partition; one may be the marker of a transaction, which nobody need commit. */
    private static List<Long> backlog(Admin admin) throws ExecutionException, InterruptedException {
        var committed = admin.listConsumerGroupOffsets(REFINE_GROUP)
                .partitionsToOffsetAndMetadata()
                .get();
        var ends = ends(admin, partitions(Topic.EVENTS_RAW));
        return partitions(Topic.EVENTS_RAW).stream()
                .map(partition -> {
                    var reached = committed.get(partition);
                    return ends.getOrDefault(partition, 0L) - (reached == null ? 0 : reached.offset());
                })
                .toList();
    }

    private static List<TopicPartition> partitions(Topic topic) {
        return IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic.topicName(), partition))
                .toList();
    }

    private static Map<TopicPartition, Long> ends(Admin admin, Collection<TopicPartition> partitions)
            throws ExecutionException, InterruptedException {
        var latest = partitions.stream().collect(Collectors.toMap(each -> each, _ -> OffsetSpec.latest()));
        return admin.listOffsets(latest).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private void read(Map<TopicPartition, Long> ends, Consumer<ShopEvent> reader) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                ports.address(Part.KAFKA),
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            var deadline = System.nanoTime() + PATIENCE.toNanos();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (System.nanoTime() > deadline) {
                    throw new CommandFailure(
                            "A transaction of refine stays open: the topic cannot be read to its end.");
                }
                consumer.poll(POLL).forEach(record -> reader.accept(event(record.value())));
            }
        }
    }

    private static ShopEvent event(byte[] bytes) {
        try {
            var event = ShopEvent.parseFrom(bytes);
            // Of whoever another part of a trial is, the clear fields tell enough.
            return Numbered.read(event.getMessageId()).isPresent()
                    ? LogKeys.opened(Topic.EVENTS, event)
                    : LogKeys.openedIfOurs(Topic.EVENTS, event);
        } catch (InvalidProtocolBufferException e) {
            throw new CommandFailure("Refine wrote what is no event: " + e.getMessage(), e);
        }
    }
}
