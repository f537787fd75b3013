package dev.aisle.ingest.refine.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.Correction;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Item;
import dev.aisle.contracts.events.v1.RejectedEvent;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.operations.v1.DeadLetter;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.Erasure;
import dev.aisle.contracts.privacy.v1.ErasureReceipt;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import dev.aisle.ingest.refine.store.BoundedRocksDb;
import dev.aisle.ingest.refine.store.SeenMessages;
import dev.aisle.ingest.refine.usecase.Standing;
import dev.aisle.platform.consent.Consent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefineTopologyTest {
    private static final dev.aisle.ingest.refine.usecase.RefineRules RULES =
            new dev.aisle.ingest.refine.usecase.RefineRules(
                    java.util.Currency.getInstance("EUR"),
                    () -> dev.aisle.ingest.refine.values.domain.Rates.NONE,
                    120,
                    Duration.ofDays(1));
    private static final Instant NINE = Instant.parse("2026-11-25T09:00:00Z");
    private static final String ADA = "p1.k1.ada";
    private static final String FAILING = "p1.k1.failing";
    private static final Consent ALL = granted(1, Purpose.ANALYTICS, Purpose.PERSONALIZATION);

    @TempDir
    Path state;

    private final Map<String, Consent> consents = new ConcurrentHashMap<>();
    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> raw;
    private TestInputTopic<String, byte[]> erasures;

    @BeforeEach
    void start() {
        Standing standing = new Standing(this::consentOf, person -> false);
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "refine-test");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        driver = new TopologyTestDriver(RefineTopology.of(standing, RULES), settings);
        raw = driver.createInputTopic(Topic.EVENTS_RAW.topicName(), new StringSerializer(), new ByteArraySerializer());
        erasures =
                driver.createInputTopic(Topic.ERASURES.topicName(), new StringSerializer(), new ByteArraySerializer());
    }

    private Consent consentOf(String person) {
        if (person.equals(FAILING)) {
            throw new IllegalStateException("a fault of our own");
        }
        return consents.getOrDefault(person, ALL);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void aMessageThatComesAgainWithin24HoursIsOneEvent() {
        send(ADA, "m1", NINE);
        send(ADA, "m1", NINE.plus(Duration.ofHours(23)));
        send(ADA, "m2", NINE.plus(Duration.ofHours(23)));

        assertThat(events()).extracting(ShopEvent::getMessageId).containsExactly("m1", "m2");
    }

    @Test
    void theSameIdOfAnotherPersonIsAnotherMessage() {
        send(ADA, "m1", NINE);
        send("p1.k1.bob", "m1", NINE);

        assertThat(events()).hasSize(2);
    }

    @Test
    void afterADayTheSameIdIsANewMessage() {
        send(ADA, "m1", NINE);
        send(ADA, "m1", NINE.plus(Duration.ofHours(24)));

        assertThat(events()).hasSize(2);
    }

    @Test
    void messagesAreForgottenAfterADay() {
        send(ADA, "m1", NINE);
        send(ADA, "m2", NINE.plus(Duration.ofHours(25)));

        driver.advanceWallClockTime(Duration.ofMinutes(2));

        assertThat(driver.getKeyValueStore(SeenMessages.NAME).approximateNumEntries())
                .isEqualTo(1);
    }

    @Test
    void aSessionEndsAfter30MinutesWithoutAnEvent() {
        send(ADA, "m1", NINE);
        send(ADA, "m2", NINE.plus(Duration.ofMinutes(30)));
        send(ADA, "m3", NINE.plus(Duration.ofMinutes(61)));

        List<ShopEvent> events = events();

        assertThat(events)
                .extracting(event -> event.getRefinement().getSessionPosition())
                .containsExactly(0, 1, 0);
        assertThat(events)
                .extracting(event -> event.getRefinement().getPersonSequence())
                .containsExactly(1L, 2L, 3L);
        assertThat(sessionOf(events.get(0))).isEqualTo(sessionOf(events.get(1))).isNotEqualTo(sessionOf(events.get(2)));
    }

    @Test
    void aLateEventIsMarkedAndLeavesTheCurrentSessionAlone() {
        send(ADA, "m1", NINE);
        send(ADA, "m2", NINE.minus(Duration.ofHours(2)));
        send(ADA, "m3", NINE.plus(Duration.ofMinutes(1)));

        List<ShopEvent> events = events();

        assertThat(events).extracting(event -> event.getRefinement().getLate()).containsExactly(false, true, false);
        assertThat(sessionOf(events.get(2))).isEqualTo(sessionOf(events.get(0)));
        assertThat(events.get(2).getRefinement().getSessionPosition()).isEqualTo(1);
    }

    @Test
    void valuesAreCleanedAndEachChangeIsNoted() {
        ShopEvent.Builder event = event(ADA, "m1", NINE)
                .setType(EventType.PURCHASE)
                .setOccurredAt(timestamp(NINE.plusSeconds(90)))
                .addItems(Item.newBuilder().setProductId(" tea ").setCategory("Food>Tea | Green"));

        send(event);

        ShopEvent refined = events().getFirst();
        assertThat(refined.getItems(0).getProductId()).isEqualTo("tea");
        assertThat(refined.getItems(0).getCategory()).isEqualTo("Food > Tea > Green");
        assertThat(refined.getItems(0).getQuantity()).isEqualTo(1);
        assertThat(refined.getOccurredAt()).isEqualTo(timestamp(NINE));
        assertThat(refined.getRefinement().getCorrectionsList())
                .extracting(Correction::getKind)
                .containsExactly(
                        Correction.Kind.CLOCK,
                        Correction.Kind.NAME,
                        Correction.Kind.NAME,
                        Correction.Kind.MISSING_FILLED);
    }

    @Test
    void whoWithdrewEverythingSinceTheDoorIsNotPassedOn() throws InvalidProtocolBufferException {
        consents.put(ADA, Consent.NONE);

        send(ADA, "m1", NINE);

        assertThat(events()).isEmpty();
        RejectedEvent rejected =
                RejectedEvent.parseFrom(output(Topic.EVENTS_REJECTED).readValue());
        assertThat(rejected.getCode()).isEqualTo("withdrawn");
        assertThat(rejected.hasEvent()).isFalse();
    }

    @Test
    void aPurposeThatWasWithdrawnSinceTheDoorIsTakenOff() {
        consents.put(ADA, granted(2, Purpose.ANALYTICS));

        send(ADA, "m1", NINE);

        assertThat(events().getFirst().getGrantedPurposesList()).containsExactly(Purpose.ANALYTICS);
    }

    @Test
    void anErasureRemovesThePersonsRowsOnlyAndIsAnsweredWithCounts() throws InvalidProtocolBufferException {
        send(ADA, "m1", NINE);
        send(ADA, "m2", NINE);
        send(ADA + "2", "m1", NINE);

        erase(ADA);
        send(ADA, "m3", NINE);
        send(ADA + "2", "m1", NINE);
        send(ADA + "2", "m2", NINE);

        ErasureReceipt receipt =
                ErasureReceipt.parseFrom(output(Topic.ERASURE_RECEIPTS).readValue());
        assertThat(receipt.getRemovedMap()).containsEntry("seen-messages", 2L).containsEntry("histories", 1L);
        assertThat(events()).extracting(ShopEvent::getMessageId).containsExactly("m1", "m2", "m1", "m2");
        assertThat(RejectedEvent.parseFrom(output(Topic.EVENTS_REJECTED).readValue())
                        .getCode())
                .isEqualTo("erased");
    }

    @Test
    void anErasureThatComesAgainIsAnsweredAgain() {
        erase(ADA);
        erase(ADA);

        assertThat(output(Topic.ERASURE_RECEIPTS).readValuesToList()).hasSize(2);
    }

    @Test
    void whatNobodyCanReadIsADeadLetterAndTheNextEventGoesOn() throws InvalidProtocolBufferException {
        raw.pipeInput(ADA, "garbage".getBytes(StandardCharsets.UTF_8), NINE);
        raw.pipeInput("another", event(ADA, "m1", NINE).build().toByteArray(), NINE);
        raw.pipeInput(ADA, null, NINE);
        erasures.pipeInput(ADA + "2", "garbage".getBytes(StandardCharsets.UTF_8), NINE);
        send(ADA, "m2", NINE);

        assertThat(events()).extracting(ShopEvent::getMessageId).containsExactly("m2");
        List<byte[]> letters = output(Topic.DEAD_LETTERS).readValuesToList();
        assertThat(letters).hasSize(3);
        assertThat(DeadLetter.parseFrom(letters.getFirst()).getTopic()).isEqualTo(Topic.EVENTS_RAW.topicName());
        assertThat(output(Topic.EVENTS_REJECTED).readValuesToList()).hasSize(3);
    }

    @Test
    void aFailureOfOurOwnIsADeadLetterAndTheNextEventGoesOn() throws InvalidProtocolBufferException {
        send(FAILING, "m1", NINE);
        send(ADA, "m2", NINE);

        assertThat(events()).extracting(ShopEvent::getMessageId).containsExactly("m2");
        List<byte[]> letters = output(Topic.DEAD_LETTERS).readValuesToList();
        assertThat(letters).hasSize(1);
        assertThat(DeadLetter.parseFrom(letters.getFirst()).getReason())
                .isEqualTo("refine failed: IllegalStateException");
    }

    private static Consent granted(long version, Purpose... purposes) {
        ConsentState.Builder state = ConsentState.newBuilder().setVersion(version);
        for (Purpose purpose : purposes) {
            state.addDecisions(PurposeDecision.newBuilder().setPurpose(purpose).setStatus(ConsentStatus.GRANTED));
        }
        return Consent.of(state.build());
    }

    private void send(String person, String messageId, Instant at) {
        send(event(person, messageId, at));
    }

    private void send(ShopEvent.Builder event) {
        Instant receivedAt = Instant.ofEpochSecond(event.getReceivedAt().getSeconds());
        raw.pipeInput(event.getPseudonym(), event.build().toByteArray(), receivedAt);
    }

    private void erase(String person) {
        erasures.pipeInput(
                person, Erasure.newBuilder().setPseudonym(person).build().toByteArray(), NINE);
    }

    private static ShopEvent.Builder event(String person, String messageId, Instant at) {
        return ShopEvent.newBuilder()
                .setPseudonym(person)
                .setMessageId(messageId)
                .setType(EventType.PRODUCT_VIEW)
                .setOccurredAt(timestamp(at))
                .setReceivedAt(timestamp(at))
                .addGrantedPurposes(Purpose.ANALYTICS)
                .addGrantedPurposes(Purpose.PERSONALIZATION);
    }

    private static Timestamp timestamp(Instant instant) {
        return Timestamp.newBuilder().setSeconds(instant.getEpochSecond()).build();
    }

    private static String sessionOf(ShopEvent event) {
        return event.getRefinement().getSessionId();
    }

    private List<ShopEvent> events() {
        return output(Topic.EVENTS).readValuesToList().stream()
                .map(RefineTopologyTest::parse)
                .toList();
    }

    private TestOutputTopic<String, byte[]> output(Topic topic) {
        return driver.createOutputTopic(topic.topicName(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static ShopEvent parse(byte[] value) {
        try {
            return ShopEvent.parseFrom(value);
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError("not an event", e);
        }
    }
}
