package dev.aisle.platform.provisioning;

import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Item;
import dev.aisle.contracts.events.v1.Order;
import dev.aisle.contracts.events.v1.RejectedEvent;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.kafka.CloudEventHeaders;
import dev.aisle.platform.sealing.PayloadSeals;
import dev.aisle.platform.sealing.SealingKeys;
import dev.aisle.testing.TestKeys;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * Topics and databases as they are after an hour. anna allows everything, bert only analytics. Of the others nothing can be said: carl took something back,
 * dora was erased, emil is emma now, fred is held; gina's event is late and hugo's isn't taken yet.
 */
final class ReconciledShop {
    private static final List<Purpose> ALL =
            List.of(Purpose.ANALYTICS, Purpose.PERSONALIZATION, Purpose.MODEL_TRAINING);
    private static final Map<String, String> CONSUMERS =
            Map.of("profile", "events", "recommender", "events", "campaign", "metrics");
    private static @Nullable ReconciledShop shop;

    private final String brokers;
    private final String jdbc;
    private final PayloadSeals seals;
    private final Instant at = Instant.now().minus(30, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MILLIS);
    private final Map<String, ConsentState> states = new HashMap<>();

    private ReconciledShop(String brokers, String jdbc, SealingKeys keys) {
        this.brokers = brokers;
        this.jdbc = jdbc;
        this.seals = PayloadSeals.of(keys, new SimpleMeterRegistry(), _ -> Consent.NONE);
    }

    /** The shop, which is made once. */
    static ReconciledShop at(String brokers, String jdbc, String key, List<String> keys) throws Exception {
        if (shop == null) {
            shop = new ReconciledShop(brokers, jdbc, new SealingKeys(key, keys));
            shop.open();
        }
        return shop;
    }

    private static String person(String name) {
        return "p1.test." + name;
    }

    private void open() throws Exception {
        consents();
        event("anna", EventType.PRODUCT_VIEW, "anna-views", 1, ALL, at, "tea");
        event("anna", EventType.PURCHASE, "anna-buys", 1, ALL, at, "tea", "cup");
        event("anna", EventType.SEARCH, "anna-looks", 1, ALL, at);
        event("bert", EventType.PRODUCT_VIEW, "bert-views", 1, List.of(Purpose.ANALYTICS), at, "tea");
        event("bert", EventType.CART_ADD, "bert-fills", 1, List.of(Purpose.ANALYTICS), at, "tea");
        event("carl", EventType.PRODUCT_VIEW, "carl-views", 1, ALL, at, "tea");
        event("dora", EventType.PRODUCT_VIEW, "dora-views", 1, ALL, at, "tea");
        event("emil", EventType.PRODUCT_VIEW, "emil-views", 1, ALL, at, "tea");
        event("emma", EventType.PRODUCT_VIEW, "emma-views", 1, ALL, at, "tea");
        event("fred", EventType.PRODUCT_VIEW, "fred-views", 1, ALL, at, "tea");
        event("gina", EventType.PRODUCT_VIEW, "gina-views", 1, ALL, at.minus(Duration.ofDays(40)), "tea");
        var taken = ends(Topic.EVENTS);
        event("hugo", EventType.PRODUCT_VIEW, "hugo-views", 1, ALL, at, "tea");
        databases(taken);
    }

    private void consents() throws Exception {
        for (var name : List.of("anna", "bert", "emma", "gina", "hugo")) {
            state(ConsentState.newBuilder().setPseudonym(person(name)).setVersion(1));
        }
        state(ConsentState.newBuilder().setPseudonym(person("carl")).setVersion(2));
        state(ConsentState.newBuilder()
                .setPseudonym(person("emil"))
                .setVersion(1)
                .setSuccessor(person("emma")));
        state(ConsentState.newBuilder()
                .setPseudonym(person("fred"))
                .setVersion(1)
                .setHeldUntil(timestamp(at)));
    }

    private void state(ConsentState.Builder state) throws Exception {
        var whole = state.addPayloadKeys(TestKeys.of(state.getPseudonym())).build();
        states.put(whole.getPseudonym(), whole);
        send(Topic.CONSENTS, whole.getPseudonym(), whole.getPseudonym(), whole);
    }

    private void event(
            String name,
            EventType type,
            String id,
            long version,
            List<Purpose> purposes,
            Instant happened,
            String... products)
            throws Exception {
        var event = ShopEvent.newBuilder()
                .setMessageId(id)
                .setPseudonym(person(name))
                .setType(type)
                .setOccurredAt(timestamp(happened))
                .setConsentVersion(version)
                .addAllGrantedPurposes(purposes);
        List.of(products).forEach(product -> event.addItems(Item.newBuilder().setProductId(product)));
        if (type == EventType.PURCHASE) {
            event.setOrder(Order.newBuilder()
                    .setTotal(Money.newBuilder().setMinorUnits(3_050).setCurrency("EUR")));
        }
        var consent = states.getOrDefault(person(name), ConsentState.getDefaultInstance());
        send(Topic.EVENTS, person(name), id, seals.seal(Topic.EVENTS, event.build(), Consent.of(consent)));
    }

    /** The door answers 200 for these. */
    void acknowledge(String name, String... ids) throws Exception {
        for (var id : ids) {
            send(
                    Topic.EVENTS_RAW,
                    person(name),
                    id,
                    ShopEvent.newBuilder()
                            .setMessageId(id)
                            .setPseudonym(person(name))
                            .setOccurredAt(timestamp(Instant.now()))
                            .build());
        }
    }

    /** These come out of refine. */
    void refine(String name, EventType type, String... ids) throws Exception {
        for (var id : ids) {
            event(name, type, id, 0, ALL, Instant.now());
        }
    }

    void refuse(RejectedEvent.Builder refusal) throws Exception {
        send(Topic.EVENTS_REJECTED, refusal.getMessageId(), refusal.getMessageId(), refusal.build());
    }

    void refineHasTakenAll() throws Exception {
        var ends = ends(Topic.EVENTS_RAW).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new OffsetAndMetadata(entry.getValue())));
        try (var admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            admin.alterConsumerGroupOffsets("event-ingest-refine", ends).all().get();
        }
    }

    private void send(Topic topic, String key, String id, Message message) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", brokers),
                new StringSerializer(),
                new ByteArraySerializer())) {
            var headers =
                    CloudEventHeaders.of(id, message.getDescriptorForType().getFullName(), "test");
            producer.send(new ProducerRecord<>(topic.topicName(), null, key, message.toByteArray(), headers))
                    .get();
        }
    }

    private Map<TopicPartition, Long> ends(Topic topic) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            var asked = IntStream.range(0, Topic.PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(topic.topicName(), partition))
                    .collect(Collectors.toMap(each -> each, _ -> OffsetSpec.latest()));
            return admin.listOffsets(asked).all().get().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> entry.getValue().offset()));
        }
    }

    private void databases(Map<TopicPartition, Long> taken) throws Exception {
        execute("postgres", "create role reader login password 'reads' in role pg_read_all_data");
        for (var name : CONSUMERS.keySet()) {
            execute("postgres", "create database right_" + name);
            Flyway.configure()
                    .dataSource(url("right_" + name), "postgres", "postgres")
                    .locations(
                            "filesystem:src/main/resources/db/platform",
                            "filesystem:../" + name + "-service/src/main/resources/db/migration")
                    .load()
                    .migrate();
            for (var one : taken.entrySet()) {
                execute(
                        "right_" + name,
                        "insert into consumer_position (consumer, topic_id, partition, next_offset) values ('%s', '%s', %d, %d)"
                                .formatted(
                                        CONSUMERS.get(name),
                                        topicId(),
                                        one.getKey().partition(),
                                        one.getValue()));
            }
        }
        rows();
    }

    private UUID topicId() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            var id = admin.describeTopics(List.of(Topic.EVENTS.topicName()))
                    .allTopicNames()
                    .get()
                    .get(Topic.EVENTS.topicName())
                    .topicId();
            return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits());
        }
    }

    private void rows() throws Exception {
        var month = at.atZone(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1) + "T00:00:00Z";
        execute("right_profile", """
            insert into person (pseudonym, version, last_at) values ('p1.test.anna', 3, now()), ('p1.test.bert', 2, now()), ('p1.test.emma', 2, now());
            insert into person_events (pseudonym, month, events, changes) values ('p1.test.anna', '%1$s', %2$s, 1),
                ('p1.test.bert', '%1$s', %3$s, 1), ('p1.test.emma', '%1$s', %4$s, 1);
            """.formatted(
                month,
                KeptChunks.sql(
                        at,
                        "anna-views",
                        EventType.PRODUCT_VIEW,
                        "anna-buys",
                        EventType.PURCHASE,
                        "anna-looks",
                        EventType.SEARCH),
                KeptChunks.sql(at, "bert-views", EventType.PRODUCT_VIEW, "bert-fills", EventType.CART_ADD),
                KeptChunks.sql(at, "emil-views", EventType.PRODUCT_VIEW, "emma-views", EventType.PRODUCT_VIEW)));
        execute("right_recommender", """
            insert into interaction (pseudonym, product_id, type, weight, occurred_at, event_id, for_personalization, for_training)
            values ('p1.test.anna', 'tea', 1, 1, '%1$s', 'anna-views', true, true), ('p1.test.anna', 'tea', 6, 5, '%1$s', 'anna-buys', true, true),
                ('p1.test.anna', 'cup', 6, 5, '%1$s', 'anna-buys', true, true), ('p1.test.emma', 'tea', 1, 1, '%1$s', 'emil-views', true, true),
                ('p1.test.anna', 'pot', 1, 1, timestamptz '%1$s' - interval '5 hours', 'of-yesterday', true, true);
            """.formatted(at));
        execute("right_campaign", """
            insert into metric (id, kind, measure, per, from_seconds, until_seconds, before_seconds, changed_at)
            select measure, 'any', measure, null, 0, 1, 0, now() - interval '1 day' from unnest(array['PRODUCT_VIEW/count', 'CART_ADD/count', 'PURCHASE/count',
                'PURCHASE/quantity', 'PURCHASE/revenue/EUR']) as measure;
            insert into metric_fact (message_id, measure, pseudonym, session_id, value, at)
            values ('anna-views', 'PRODUCT_VIEW/count', 'p1.test.anna', '', 1, '%1$s'), ('anna-buys', 'PURCHASE/count', 'p1.test.anna', '', 1, '%1$s'),
                ('anna-buys', 'PURCHASE/quantity', 'p1.test.anna', '', 2, '%1$s'), ('anna-buys', 'PURCHASE/revenue/EUR', 'p1.test.anna', '', 30.5, '%1$s'),
                ('bert-views', 'PRODUCT_VIEW/count', 'p1.test.bert', '', 1, '%1$s'), ('bert-fills', 'CART_ADD/count', 'p1.test.bert', '', 1, '%1$s'),
                ('emil-views', 'PRODUCT_VIEW/count', 'p1.test.emma', '', 1, '%1$s'), ('anna-buys', 'PURCHASE/tax', 'p1.test.anna', '', 5, '%1$s');
            """.formatted(at));
    }

    /** Every database as it must be. */
    void beginAnew() throws SQLException {
        for (var name : CONSUMERS.keySet()) {
            execute("postgres", "drop database if exists " + name + " with (force)");
            execute("postgres", "create database " + name + " template right_" + name);
        }
    }

    void execute(String database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url(database), "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String url(String database) {
        return jdbc.replace("/postgres?", "/" + database + "?");
    }

    private static Timestamp timestamp(Instant at) {
        return Timestamp.newBuilder()
                .setSeconds(at.getEpochSecond())
                .setNanos(at.getNano())
                .build();
    }
}
