package dev.aisle.platform.kafka;

import dev.aisle.contracts.Topic;
import dev.aisle.platform.packed.ViewValues;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A compacted topic in memory: the latest value of each key. Read from the beginning at each start and followed from then
 * on. {@link #current()} tells whether the view has what the broker has.
 *
 * @param <V> what is kept of a record
 */
public abstract class CompactedView<V> {
    private static final Logger LOG = Logger.getLogger(CompactedView.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration SHORT_POLL = Duration.ofMillis(5);
    private static final long HEARTBEAT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Topic topic;
    private final String bootstrapServers;
    private final long toleratedNanos;
    private final ViewValues<V> values;
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable KafkaConsumer<String, byte[]> following;
    private volatile boolean running = true;
    private volatile boolean caughtUp;
    private volatile boolean loaded;
    private volatile long lastCurrentNanos = System.nanoTime();
    private volatile boolean hurry;
    /** By partition, of the first record that isn't applied yet; touched by the view's thread only. */
    private final Map<Integer, Long> nextOffsets = new HashMap<>();

    /**
     * A view of a topic with few keys that is not yet started.
     *
     * @param tolerated how long the broker may be out of reach before the view no longer counts as current
     */
    protected CompactedView(Topic topic, String bootstrapServers, Duration tolerated) {
        this(topic, bootstrapServers, tolerated, ViewValues.asObjects());
    }

    /**
     * A view that is not yet started.
     *
     * @param tolerated how long the broker may be out of reach before the view no longer counts as current
     * @param values none yet, kept as objects or as bytes
     */
    protected CompactedView(Topic topic, String bootstrapServers, Duration tolerated, ViewValues<V> values) {
        this.values = values;
        this.topic = topic;
        this.bootstrapServers = bootstrapServers;
        this.toleratedNanos = tolerated.toNanos();
    }

    /** What to keep of a record; throws {@link RecordReader.Unreadable} when nobody could read it. */
    protected abstract V read(ConsumerRecord<String, byte[]> record);

    /** What holds for a key whose latest record can't be read: {@code null} forgets the key. */
    protected abstract @Nullable V unreadable(ConsumerRecord<String, byte[]> record, String reason);

    /** Under what a record is kept; its own key unless said otherwise. */
    protected String keyOf(String recordKey) {
        return recordKey;
    }

    /** Whether a record without a value takes back what is kept of its key; the default does. */
    protected boolean isForgottenWith(String recordKey) {
        return true;
    }

    /** Whether a record replaces what is kept; the default takes every one. */
    protected boolean supersedes(V candidate, V kept) {
        return true;
    }

    /**
     * The view went on: these offsets are the first ones that it doesn't have. Called by the view's thread after records, and whenever
     * the broker has confirmed that there are no more.
     */
    protected void wentOn(Map<Integer, Long> nextOffsets) {}

    /** When the broker was asked that confirmed last, as {@link System#nanoTime()}: what it had then is in the view. */
    protected long confirmedNanos() {
        return lastCurrentNanos;
    }

    /** True once the view was current for the first time since the start; a broker that is silent later changes nothing of it. */
    public boolean loaded() {
        noteCurrent();
        return loaded;
    }

    /** How long the broker hasn't confirmed that the view has everything: since the start while it never did. */
    public Duration silence() {
        return Duration.ofNanos(System.nanoTime() - lastCurrentNanos);
    }

    /** True when the whole topic was read and the broker confirmed a moment ago that there is no more. */
    public boolean current() {
        return caughtUp && System.nanoTime() - lastCurrentNanos < toleratedNanos;
    }

    /**
     * Waits until the view has everything that the broker had when this was called; false when that takes longer.
     */
    public boolean upToDate(Duration patience) {
        long called = System.nanoTime();
        synchronized (this) {
            while (!caughtUp || lastCurrentNanos - called < 0) {
                long leftMillis = patience.toMillis() - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - called);
                if (leftMillis <= 0) {
                    return false;
                }
                hurry = true;
                try {
                    wait(leftMillis);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
        }
        return true;
    }

    /** Grows with each change: whoever derives something from the view sees by it that it is stale. */
    public long changes() {
        return changes.get();
    }

    /** The topic's name. */
    public String topicName() {
        return topic.topicName();
    }

    /** How many keys there are. */
    public int size() {
        return values.size();
    }

    protected @Nullable V get(String key) {
        return values.get(key);
    }

    /** Gives every key and what is kept of it, in no order. */
    protected void forEach(BiConsumer<String, V> each) {
        values.forEach(each);
    }

    /** What is kept of every key, in no order. */
    protected Collection<V> all() {
        List<V> all = new ArrayList<>();
        values.forEach((_, value) -> all.add(value));
        return Collections.unmodifiableList(all);
    }

    /** Follows the topic from the start of the application on; called by the container. */
    public void start(@Observes StartupEvent event) {
        Thread.ofPlatform().daemon().name("view-" + topic.topicName()).start(this::run);
    }

    /** Ends with the application; called by the container. */
    public void stop(@Observes ShutdownEvent event) {
        running = false;
        KafkaConsumer<String, byte[]> consumer = following;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    private void run() {
        while (running) {
            try (KafkaConsumer<String, byte[]> consumer = newConsumer();
                    KafkaConsumer<String, byte[]> asking = newConsumer()) {
                following = consumer;
                follow(consumer, asking);
            } catch (WakeupException e) {
                LOG.debugf("The view of %s ends", topic.topicName());
            } catch (RuntimeException e) {
                caughtUp = false;
                LOG.warnf("The view of %s starts anew: %s", topic.topicName(), e.getMessage());
                pause();
            }
        }
    }

    /**
     * Follows the topic.
     *
     * @param asking reads nothing: a broker answers one request of a connection after the other, and a fetch that waits for records would hold up the
     *     question for the end
     */
    private void follow(KafkaConsumer<String, byte[]> consumer, KafkaConsumer<String, byte[]> asking) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException("topic not there yet");
        }
        consumer.assign(partitions);
        asking.assign(partitions);
        consumer.seekToBeginning(partitions);
        long asked = 0;
        EndQuestion open = null;
        while (running) {
            applyAll(consumer.poll(hurry ? SHORT_POLL : POLL));
            if (open == null && (!current() || hurry || System.nanoTime() - asked > HEARTBEAT_NANOS)) {
                asked = System.nanoTime();
                open = EndQuestion.ask(asking, partitions, asked);
            }
            if (open != null && open.isReachedBy(consumer)) {
                partitions.forEach(partition -> nextOffsets.put(partition.partition(), consumer.position(partition)));
                confirm(open.askedNanos());
                wentOn(Map.copyOf(nextOffsets));
                open = null;
            }
            noteCurrent();
        }
    }

    private void noteCurrent() {
        if (current()) {
            loaded = true;
        }
    }

    private void applyAll(ConsumerRecords<String, byte[]> records) {
        for (ConsumerRecord<String, byte[]> record : records) {
            apply(record);
            nextOffsets.put(record.partition(), record.offset() + 1);
            changes.incrementAndGet();
        }
        if (caughtUp && !records.isEmpty()) {
            wentOn(Map.copyOf(nextOffsets));
        }
    }

    /** The moment counts at which the broker was asked: what it got since then isn't known. */
    private synchronized void confirm(long asked) {
        lastCurrentNanos = asked;
        hurry = false;
        if (!caughtUp) {
            caughtUp = true;
            LOG.infof("The view of %s is complete: %d keys", topic.topicName(), size());
        }
        notifyAll();
    }

    private void apply(ConsumerRecord<String, byte[]> record) {
        if (record.key() == null) {
            return;
        }
        String key = keyOf(record.key());
        if (record.value() == null) {
            if (isForgottenWith(record.key())) {
                values.remove(key);
            }
            return;
        }
        try {
            V read = read(record);
            V kept = values.get(key);
            if (kept == null || supersedes(read, kept)) {
                values.put(key, read);
            }
        } catch (RecordReader.Unreadable e) {
            V fallback = unreadable(record, e.reason());
            if (fallback == null) {
                values.remove(key);
            } else {
                values.put(key, fallback);
            }
        }
    }

    private KafkaConsumer<String, byte[]> newConsumer() {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                5_000);
        return new KafkaConsumer<>(
                BrokerSecurity.with(settings), new StringDeserializer(), new ByteArrayDeserializer());
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
