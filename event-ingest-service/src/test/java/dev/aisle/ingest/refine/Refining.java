package dev.aisle.ingest.refine;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Parser;
import com.google.protobuf.Timestamp;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.RejectedEvent;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.ingest.v1.PersonLink;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.Erasure;
import dev.aisle.contracts.privacy.v1.ErasureReceipt;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import dev.aisle.contracts.privacy.v1.PurposeFence;
import dev.aisle.ingest.refine.memory.BoundedRocksDb;
import dev.aisle.ingest.refine.steps.RefineMetrics;
import dev.aisle.ingest.refine.steps.RefineRules;
import dev.aisle.ingest.refine.steps.Standing;
import dev.aisle.ingest.refine.values.Rates;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.erasure.ReceiptSigner;
import dev.aisle.platform.sealing.PayloadSeals;
import dev.aisle.platform.sealing.SealingKeys;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The topology without a broker, and the events that go into it. A shop in EUR. */
final class Refining implements AutoCloseable {
    static final Instant NINE = Instant.parse("2026-11-25T09:00:00Z");
    static final String ADA = "p1.k1.ada";
    static final String BOB = "p1.k1.bob";
    static final String BROWSER = "p1.k1.browser";
    /** Whose consent can't be asked for without a failure. */
    static final String FAILING = "p1.k1.failing";

    /** A service without a key: its receipts say the same and carry no signature. */
    static final ReceiptSigner UNSIGNED = new ReceiptSigner(Optional.empty(), Optional.empty());

    /** With the test's key; who has none in the consent is written clear. */
    static final SealingKeys SEALING_KEYS = new SealingKeys("s1", List.of("s1:" + "5e".repeat(32)));

    static final PayloadSeals SEALS = PayloadSeals.of(SEALING_KEYS, new SimpleMeterRegistry(), person -> Consent.NONE);

    final Map<String, Consent> consents = new ConcurrentHashMap<>();
    /** Consents that are known only to who waits for them. */
    final Map<String, Consent> coming = new ConcurrentHashMap<>();

    final Set<String> erased = ConcurrentHashMap.newKeySet();
    final Map<String, String> moved = new ConcurrentHashMap<>();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final TopologyTestDriver driver;
    Rates rates = Rates.NONE;

    private final TestInputTopic<String, byte[]> raw;
    private final TestInputTopic<String, byte[]> erasures;
    private final TestInputTopic<String, byte[]> links;

    Refining(Path state) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "refine-test");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        RefineRules rules = new RefineRules(
                Currency.getInstance("EUR"), () -> rates, 120, Duration.ofDays(1), Duration.ofMinutes(1));
        driver = new TopologyTestDriver(
                RefineTopology.of(
                        new Standing(
                                seen -> consents.putAll(coming),
                                this::consentOf,
                                erased::contains,
                                person -> moved.getOrDefault(person, person)),
                        rules,
                        SEALS.asking(this::consentOf, _ -> false),
                        UNSIGNED,
                        new RefineMetrics(meters)),
                settings);
        raw = input(Topic.EVENTS_RAW);
        erasures = input(Topic.ERASURES);
        links = input(Topic.PERSON_LINKS);
    }

    private TestInputTopic<String, byte[]> input(Topic topic) {
        return driver.createInputTopic(topic.topicName(), new StringSerializer(), new ByteArraySerializer());
    }

    private Consent consentOf(String person) {
        if (person.equals(FAILING)) {
            throw new IllegalStateException("a fault of our own");
        }
        return consents.getOrDefault(person, granted(1, Purpose.ANALYTICS, Purpose.PERSONALIZATION));
    }

    static Consent granted(long version, Purpose... purposes) {
        ConsentState.Builder state = ConsentState.newBuilder().setVersion(version);
        for (Purpose purpose : purposes) {
            state.addDecisions(PurposeDecision.newBuilder().setPurpose(purpose).setStatus(ConsentStatus.GRANTED));
        }
        return Consent.of(state.build());
    }

    /** Refused at one version and granted again at a later one. */
    static Consent grantedAgain(long version, long refusedAt, Purpose... purposes) {
        ConsentState.Builder state = ConsentState.newBuilder().setVersion(version);
        for (Purpose purpose : purposes) {
            state.addDecisions(PurposeDecision.newBuilder().setPurpose(purpose).setStatus(ConsentStatus.GRANTED));
            state.addFences(PurposeFence.newBuilder().setPurpose(purpose).setVersion(refusedAt));
        }
        return Consent.of(state.build());
    }

    /** A product view that says all that it should. */
    static ShopEvent.Builder view(String person, String messageId, Instant at) {
        ShopEvent.Builder event = event(person, messageId, at);
        event.addItemsBuilder()
                .setProductId("tea")
                .setCategory("Food > Tea")
                .getPriceBuilder()
                .setMinorUnits(1299)
                .setCurrency("EUR");
        return event;
    }

    static ShopEvent.Builder event(String person, String messageId, Instant at) {
        return ShopEvent.newBuilder()
                .setPseudonym(person)
                .setMessageId(messageId)
                .setType(EventType.PRODUCT_VIEW)
                .setOccurredAt(timestamp(at))
                .setReceivedAt(timestamp(at))
                .setConsentVersion(1)
                .addGrantedPurposes(Purpose.ANALYTICS)
                .addGrantedPurposes(Purpose.PERSONALIZATION);
    }

    /** What a browser sends when somebody has just logged in. */
    static ShopEvent.Builder identify(String known, String anonymous, String messageId, Instant at) {
        return event(known, messageId, at).setType(EventType.IDENTIFY).setAnonymousPseudonym(anonymous);
    }

    static Timestamp timestamp(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }

    void send(String person, String messageId, Instant at) {
        send(view(person, messageId, at));
    }

    void send(ShopEvent.Builder event) {
        Instant receivedAt = Instant.ofEpochSecond(event.getReceivedAt().getSeconds());
        raw.pipeInput(event.getPseudonym(), event.build().toByteArray(), receivedAt);
    }

    /** As the door sends it of a request that is traced. */
    void sendTraced(ShopEvent.Builder event, String traceParent) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("traceparent", traceParent.getBytes(StandardCharsets.UTF_8));
        raw.pipeInput(new TestRecord<>(event.getPseudonym(), event.build().toByteArray(), headers, NINE));
    }

    /** How many raw events had this outcome. */
    double counted(String outcome) {
        return meters.counter("aisle.refine.events", "outcome", outcome).count();
    }

    void sendRaw(String key, byte[] value) {
        raw.pipeInput(key, value, NINE);
    }

    void sendLink(String anonymous, byte[] value) {
        links.pipeInput(anonymous, value, NINE);
    }

    void erase(String person) {
        erasures.pipeInput(
                person, Erasure.newBuilder().setPseudonym(person).build().toByteArray(), NINE);
    }

    void sendErasure(String key, byte[] value) {
        erasures.pipeInput(key, value, NINE);
    }

    /** What came out since the last call. */
    List<ShopEvent> events() {
        return read(Topic.EVENTS, ShopEvent.parser());
    }

    List<RejectedEvent> rejected() {
        return read(Topic.EVENTS_REJECTED, RejectedEvent.parser());
    }

    List<ErasureReceipt> receipts() {
        return read(Topic.ERASURE_RECEIPTS, ErasureReceipt.parser());
    }

    <T> List<T> read(Topic topic, Parser<T> parser) {
        return output(topic).readValuesToList().stream()
                .map(value -> parse(parser, value))
                .toList();
    }

    /** What the topic of links says of each browser, after compaction. */
    Map<String, PersonLink> linkTopic() {
        Map<String, PersonLink> latest = new ConcurrentHashMap<>();
        output(Topic.PERSON_LINKS).readKeyValuesToList().forEach(record -> {
            if (record.value == null) {
                latest.remove(record.key);
            } else {
                latest.put(record.key, parse(PersonLink.parser(), record.value));
            }
        });
        return latest;
    }

    TestOutputTopic<String, byte[]> output(Topic topic) {
        return driver.createOutputTopic(topic.topicName(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static <T> T parse(Parser<T> parser, byte[] value) {
        try {
            return parser.parseFrom(value);
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError("not a message of this topic", e);
        }
    }

    @Override
    public void close() {
        driver.close();
    }
}
