package dev.aisle.ingest.catalog.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.catalog.v1.Availability;
import dev.aisle.contracts.catalog.v1.Product;
import dev.aisle.contracts.events.v1.RejectedEvent;
import dev.aisle.contracts.ingest.v1.CatalogChange;
import dev.aisle.contracts.ingest.v1.Removal;
import dev.aisle.contracts.ingest.v1.StockChange;
import dev.aisle.contracts.operations.v1.DeadLetter;
import dev.aisle.ingest.refine.memory.BoundedRocksDb;
import dev.aisle.ingest.shared.values.Timestamps;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogTopologyTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final String TEA = "tea";

    @TempDir
    Path state;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> changes;

    @BeforeEach
    void start() {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "catalog-test");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        Topology topology = CatalogTopology.addTo(new Topology(), new CatalogMetrics(registry));
        driver = new TopologyTestDriver(topology, settings, NOON);
        changes = driver.createInputTopic(
                Topic.CATALOG_RAW.topicName(), new StringSerializer(), new ByteArraySerializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void aProductComesOutOnceAndAgainOnlyWhenItChanges() throws InvalidProtocolBufferException {
        send(product(0, "Tea"));
        send(product(0, "Tea"));
        send(product(1, "Tea"));
        send(product(-1, "Older"));
        send(product(2, "Green tea"));

        List<KeyValue<String, byte[]>> out = read(Topic.CATALOG);
        assertThat(out).hasSize(2);
        assertThat(Product.parseFrom(out.getLast().value).getTitle()).isEqualTo("Green tea");
        assertThat(count("applied")).isEqualTo(2);
        assertThat(count("unchanged")).isEqualTo(1);
        assertThat(count("outdated")).isEqualTo(2);
    }

    @Test
    void aRemovalLeavesATombstoneOnce() {
        send(product(0, "Tea"));
        send(removal(1));
        send(removal(2));
        send(product(0, "Tea"));

        List<KeyValue<String, byte[]>> out = read(Topic.CATALOG);
        assertThat(out.subList(1, out.size())).isNotEmpty().allMatch(record -> record.value == null);
    }

    @Test
    void theRemovalOfAProductThatIsNotKnownLeavesATombstoneToo() {
        send(removal(0));

        assertThat(read(Topic.CATALOG)).singleElement().matches(record -> record.value == null);
    }

    @Test
    void aStockWaitsForItsProduct() throws InvalidProtocolBufferException {
        send(stock(5, 3));
        assertThat(read(Topic.CATALOG)).isEmpty();

        send(product(0, "Tea"));

        Product product = Product.parseFrom(read(Topic.CATALOG).getFirst().value);
        assertThat(product.getStock()).isEqualTo(3);
        assertThat(count("pending")).isEqualTo(1);
    }

    @Test
    void aStockWhoseProductDoesNotComeIsToldAfterAWeekAndForgotten() throws InvalidProtocolBufferException {
        send(stock(0, 3));

        driver.advanceWallClockTime(Duration.ofDays(7).plusMinutes(2));

        RejectedEvent rejected =
                RejectedEvent.parseFrom(read(Topic.EVENTS_REJECTED).getFirst().value);
        assertThat(rejected.getCode()).isEqualTo("unknown-product");
        assertThat(driver.getKeyValueStore(ProductStates.NAME).get(TEA)).isNull();
        assertThat(count("unknown-product")).isEqualTo(1);
    }

    @Test
    void aListedProductIsNeverForgotten() {
        send(product(0, "Tea"));

        driver.advanceWallClockTime(Duration.ofDays(400));

        assertThat(driver.getKeyValueStore(ProductStates.NAME).get(TEA)).isNotNull();
        assertThat(read(Topic.EVENTS_REJECTED)).isEmpty();
    }

    @Test
    void whatCannotBeReadIsADeadLetterAndTheNextChangeGoesOn() throws InvalidProtocolBufferException {
        changes.pipeInput(TEA, "garbage".getBytes(java.nio.charset.StandardCharsets.UTF_8), NOON);
        changes.pipeInput(TEA, null, NOON);
        changes.pipeInput("other key", product(0, "Tea").toByteArray(), NOON);
        changes.pipeInput(
                TEA, CatalogChange.newBuilder().setProductId(TEA).build().toByteArray(), NOON);
        send(product(0, "Tea"));

        assertThat(read(Topic.CATALOG)).hasSize(1);
        List<KeyValue<String, byte[]>> letters = read(Topic.DEAD_LETTERS);
        assertThat(letters).hasSize(4);
        assertThat(DeadLetter.parseFrom(letters.getFirst().value).getTopic()).isEqualTo(Topic.CATALOG_RAW.topicName());
    }

    private double count(String effect) {
        return registry.get("aisle.catalog.changes")
                .tag("effect", effect)
                .counter()
                .count();
    }

    private void send(CatalogChange change) {
        changes.pipeInput(TEA, change.toByteArray(), NOON);
    }

    private List<KeyValue<String, byte[]>> read(Topic topic) {
        return driver.createOutputTopic(topic.topicName(), new StringDeserializer(), new ByteArrayDeserializer())
                .readKeyValuesToList();
    }

    private static CatalogChange product(int minutes, String title) {
        return at(minutes)
                .setProduct(Product.newBuilder().setProductId(TEA).setTitle(title))
                .build();
    }

    private static CatalogChange removal(int minutes) {
        return at(minutes).setRemoval(Removal.getDefaultInstance()).build();
    }

    private static CatalogChange stock(int minutes, long stock) {
        return at(minutes)
                .setStock(StockChange.newBuilder()
                        .setAvailability(Availability.IN_STOCK)
                        .setStock(stock))
                .build();
    }

    private static CatalogChange.Builder at(int minutes) {
        return CatalogChange.newBuilder()
                .setProductId(TEA)
                .setSourceTime(Timestamps.of(NOON.plusSeconds(60L * minutes)));
    }
}
