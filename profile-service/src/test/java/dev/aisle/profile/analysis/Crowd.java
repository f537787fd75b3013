package dev.aisle.profile.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.Context;
import dev.aisle.contracts.events.v1.DeviceClass;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Flag;
import dev.aisle.contracts.events.v1.Item;
import dev.aisle.contracts.events.v1.Order;
import dev.aisle.contracts.events.v1.Refinement;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.Erasure;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import dev.aisle.contracts.privacy.v1.PurposeFence;
import dev.aisle.profile.people.usecase.EventsOfPeople;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** People on the real topics: their consents, and what they do, as refine writes it. */
public final class Crowd implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of(
                    ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class),
                    ProducerConfig.ACKS_CONFIG,
                    "all",
                    ProducerConfig.LINGER_MS_CONFIG,
                    0),
            new StringSerializer(),
            new ByteArraySerializer());
    private final List<String> people = new ArrayList<>();
    private final Set<String> strangers = new HashSet<>();
    private final Map<String, Integer> deeds = new HashMap<>();
    private final List<Future<RecordMetadata>> underway = new ArrayList<>();

    /** Somebody new who allows analytics. */
    public String person() {
        String person = stranger();
        strangers.remove(person);
        consent(person, 1, ConsentStatus.GRANTED, 0);
        return person;
    }

    /** Somebody new who has said nothing. */
    public String stranger() {
        String person = "p1.k1." + UUID.randomUUID().toString().replace("-", "");
        people.add(person);
        strangers.add(person);
        return person;
    }

    /** What somebody says about analytics. The broker has it before anything that comes later, as it is with a door that lets in by it. */
    public void consent(String person, long version, ConsentStatus status, long refusedAt) {
        ConsentState state = ConsentState.newBuilder()
                .setPseudonym(person)
                .setVersion(version)
                .addDecisions(PurposeDecision.newBuilder()
                        .setPurpose(Purpose.ANALYTICS)
                        .setStatus(status))
                .addFences(
                        PurposeFence.newBuilder().setPurpose(Purpose.ANALYTICS).setVersion(refusedAt))
                .build();
        send(Topic.CONSENTS, person, state.toByteArray());
        flush();
    }

    /** Somebody wants to be forgotten. */
    public void erase(String person) {
        Erasure erasure = Erasure.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setPseudonym(person)
                .setEffectiveAt(Timestamp.newBuilder().setSeconds(Instant.now().getEpochSecond()))
                .build();
        send(Topic.ERASURES, person, erasure.toByteArray());
    }

    /** What somebody does with a product of a category. */
    public void does(String person, EventType type, Instant at, String category) {
        does(person, event(type, at, category));
    }

    /** The same by a robot. */
    public void doesAsRobot(String person, EventType type, Instant at, String category) {
        ShopEvent.Builder event = event(type, at, category);
        event.getRefinementBuilder().addFlags(Flag.newBuilder().setKind(Flag.Kind.BOT));
        does(person, event);
    }

    /** An order of one piece at a price in cents. */
    public void buys(String person, Instant at, String category, long price) {
        ShopEvent.Builder event = event(EventType.PURCHASE, at, category)
                .setOrder(Order.newBuilder()
                        .setOrderId(UUID.randomUUID().toString())
                        .setTotal(Money.newBuilder().setMinorUnits(price).setCurrency("EUR")));
        event.getItemsBuilder(0)
                .setPrice(Money.newBuilder().setMinorUnits(price).setCurrency("EUR"));
        does(person, event);
    }

    private void does(String person, ShopEvent.Builder event) {
        deeds.merge(person, 1, Integer::sum);
        send(Topic.EVENTS, person, event.setPseudonym(person).build().toByteArray());
    }

    private static ShopEvent.Builder event(EventType type, Instant at, String category) {
        return ShopEvent.newBuilder()
                .setMessageId(UUID.randomUUID().toString())
                .setType(type)
                .setOccurredAt(
                        Timestamp.newBuilder().setSeconds(at.getEpochSecond()).setNanos(at.getNano()))
                .addItems(Item.newBuilder().setProductId("p-" + category).setCategory(category))
                .setContext(
                        Context.newBuilder().setDeviceClass(DeviceClass.MOBILE).setCountry("DE"))
                .setRefinement(Refinement.newBuilder().setSessionId("s-" + at.getEpochSecond() / 86_400))
                .addGrantedPurposes(Purpose.ANALYTICS)
                .setConsentVersion(1);
    }

    private void send(Topic topic, String key, byte[] value) {
        underway.add(producer.send(new ProducerRecord<>(topic.topicName(), key, value)));
    }

    /** Waits until the broker has everything. */
    public void flush() {
        for (Future<RecordMetadata> one : underway) {
            try {
                one.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while writing", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("The broker didn't take it: " + e.getMessage(), e);
            }
        }
        underway.clear();
    }

    /** Waits until all of it is kept but what strangers did, of whom nothing is. */
    public void awaitFolded(EventsOfPeople kept) {
        flush();
        Map<String, Integer> expected = new TreeMap<>(deeds);
        expected.keySet().removeAll(strangers);
        await().atMost(Duration.ofMinutes(3)).untilAsserted(() -> {
            Map<String, Integer> folded = new TreeMap<>();
            kept.of(people, Instant.EPOCH).forEach((person, events) -> folded.put(person, events.size()));
            assertThat(folded).isEqualTo(expected);
        });
    }

    /** Everybody so far. */
    public List<String> people() {
        return List.copyOf(people);
    }

    @Override
    public void close() {
        producer.close();
    }
}
