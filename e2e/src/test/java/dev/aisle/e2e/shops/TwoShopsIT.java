package dev.aisle.e2e.shops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.containers.journey.Shop;
import dev.aisle.contracts.Topic;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Reply;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Two shops with the same keys, people and products on one broker and one PostgreSQL. What one of them knows or does is nothing to the other. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoShopsIT {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String CUSTOMER = "customer-1";

    private static SharedServers servers;
    private static RunningShop lamps;
    private static RunningShop shoes;

    @BeforeAll
    static void startTheShops() throws Exception {
        servers = SharedServers.started(PROJECT, new PortPlan(29480), List.of("lamps", "shoes-eu"));
        lamps = RunningShop.started("lamps", servers, PROJECT, new PortPlan(29580));
        shoes = RunningShop.started("shoes-eu", servers, PROJECT, new PortPlan(29680));
    }

    @AfterAll
    static void stopTheShops() {
        for (AutoCloseable each : new AutoCloseable[] {lamps, shoes, servers}) {
            try {
                if (each != null) {
                    each.close();
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static String subject(RunningShop shop) {
        return shop.storefront().pseudonym("anonymous_id", CUSTOMER);
    }

    private static int accepted(RunningShop shop) {
        return shop.storefront()
                .view(CUSTOMER, "product-1", "Things")
                .path("accepted")
                .asInt();
    }

    private static int views(RunningShop shop) {
        Reply profile = shop.storefront().profile(subject(shop));
        return profile.json().path("counts").path("product_view").asInt();
    }

    private static void awaitViews(RunningShop shop, int wanted) {
        await(shop.name()).atMost(PATIENCE).until(() -> views(shop) == wanted);
    }

    @Test
    @Order(1)
    void theSameCustomerIsAnotherPersonInEachShop() {
        assertThat(subject(lamps)).isNotEqualTo(subject(shoes));

        for (RunningShop shop : List.of(lamps, shoes)) {
            shop.storefront().grant(subject(shop), "personalization", "analytics");
            await(shop.name()).atMost(PATIENCE).until(() -> accepted(shop) == 1);
            awaitViews(shop, 1);
        }
    }

    @Test
    @Order(2)
    void whoWithdrawsInOneShopHasNotWithdrawnInTheOther() {
        Shop left = lamps.storefront();
        left.withdraw(subject(lamps), "personalization");
        left.withdraw(subject(lamps), "analytics");

        await("the door of lamps").atMost(PATIENCE).until(() -> accepted(lamps) == 0);
        assertThat(accepted(shoes)).isEqualTo(1);
        awaitViews(shoes, 2);
        JsonNode refused = left.view(CUSTOMER, "product-1", "Things");
        assertThat(refused.path("dropped").path(0).path("reason").asText()).isEqualTo("no-consent");
    }

    /** A pseudonym stands in keys and in records, wherever something is about a person. */
    @Test
    @Order(3)
    void nothingOfAShopIsInATopicOfTheOther() throws Exception {
        Set<String> own = topicsWith(subject(lamps));
        Set<String> others = topicsWith(subject(shoes));

        assertThat(own).contains("lamps." + Topic.CONSENTS.topicName(), "lamps." + Topic.EVENTS.topicName());
        assertThat(own).allMatch(topic -> topic.startsWith("lamps."));
        assertThat(others).contains("shoes-eu." + Topic.CONSENTS.topicName(), "shoes-eu." + Topic.EVENTS.topicName());
        assertThat(others).allMatch(topic -> topic.startsWith("shoes-eu."));
        try (Admin admin = Admin.create(servers.anybody())) {
            assertThat(admin.listTopics().names().get())
                    .allMatch(topic -> topic.matches("(lamps\\.|shoes-eu\\.|aisle\\.|__).*"))
                    .anyMatch(topic -> topic.startsWith("lamps.event-ingest-refine-"))
                    .noneMatch(topic -> topic.startsWith("event-ingest-refine"));
        }
    }

    /** Topics in which a text is somewhere, in a key or in a record. */
    private static Set<String> topicsWith(String text) throws Exception {
        Set<String> found = new TreeSet<>();
        Map<String, Object> settings = new HashMap<>(servers.anybody());
        settings.put("auto.offset.reset", "earliest");
        try (Admin admin = Admin.create(servers.anybody());
                var consumer =
                        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = admin.listTopics().names().get().stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (has(record.key(), text) || has(record.value(), text)) {
                        found.add(record.topic());
                    }
                });
            }
        }
        return found;
    }

    private static boolean has(byte @Nullable [] bytes, String text) {
        return bytes != null && new String(bytes, StandardCharsets.ISO_8859_1).contains(text);
    }

    @Test
    @Order(4)
    void noGroupOfAShopIsAGroupOfTheOther() throws Exception {
        try (Admin admin = Admin.create(servers.anybody())) {
            Set<String> groups = new TreeSet<>();
            admin.listGroups().all().get().forEach(group -> groups.add(group.groupId()));

            assertThat(groups)
                    .contains("lamps.profile-service", "shoes-eu.profile-service", "lamps.event-ingest-refine")
                    .allMatch(group -> group.matches("(lamps|shoes-eu)\\..*"));
            for (String group : groups) {
                String prefix = group.substring(0, group.indexOf('.') + 1);
                assertThat(admin.listConsumerGroupOffsets(group)
                                .partitionsToOffsetAndMetadata()
                                .get()
                                .keySet())
                        .as(group)
                        .allMatch(partition -> partition.topic().startsWith(prefix));
            }
        }
    }

    @Test
    @Order(5)
    void nothingOfAShopIsInADatabaseOfTheOther() throws SQLException {
        for (Part service : List.of(Part.PROFILE, Part.PRIVACY)) {
            assertThat(rowsWith(subject(lamps), lamps.database(service)))
                    .as(service.label())
                    .isPositive();
            assertThat(rowsWith(subject(shoes), lamps.database(service)))
                    .as(service.label())
                    .isZero();
            assertThat(rowsWith(subject(shoes), shoes.database(service)))
                    .as(service.label())
                    .isPositive();
            assertThat(rowsWith(subject(lamps), shoes.database(service)))
                    .as(service.label())
                    .isZero();
        }
    }

    private static long rowsWith(String text, String database) throws SQLException {
        long rows = 0;
        try (var connection = servers.administrator(database);
                var statement = connection.createStatement()) {
            var tables = new TreeSet<String>();
            try (var found = statement.executeQuery(
                    "select format('%I', table_name) from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
            for (String table : tables) {
                try (var count = statement.executeQuery(
                        "select count(*) from " + table + " as t where t::text like '%" + text + "%'")) {
                    count.next();
                    rows += count.getLong(1);
                }
            }
        }
        return rows;
    }

    @Test
    @Order(6)
    void aServiceOfAShopMayNeitherReadNorWriteWhatIsTheOthers() {
        Map<String, Object> login = new HashMap<>(servers.client("lamps", Part.PROFILE));
        login.put("group.id", "lamps.profile-service");
        assertThatThrownBy(() -> read(login, "shoes-eu." + Topic.EVENTS.topicName()))
                .isInstanceOf(TopicAuthorizationException.class);
        login.put("group.id", "shoes-eu.profile-service");
        assertThatThrownBy(() -> read(login, "lamps." + Topic.EVENTS.topicName()))
                .isInstanceOf(GroupAuthorizationException.class);
        assertThatThrownBy(() -> write(servers.client("lamps", Part.PRIVACY), "shoes-eu." + Topic.CONSENTS.topicName()))
                .hasCauseInstanceOf(TopicAuthorizationException.class);
    }

    private static void read(Map<String, Object> login, String topic) {
        try (var consumer = new KafkaConsumer<>(login, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            await().atMost(PATIENCE)
                    .until(() -> consumer.poll(Duration.ofMillis(200)).count() > 0);
        }
    }

    private static void write(Map<String, Object> login, String topic) throws Exception {
        Map<String, Object> settings = new HashMap<>(login);
        settings.put("enable.idempotence", false);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, new byte[] {1}, new byte[] {2}))
                    .get();
        }
    }

    @Test
    @Order(7)
    void aRoleOfAShopDoesNotGetIntoADatabaseOfTheOther() {
        for (Part service : List.of(Part.PROFILE, Part.PRIVACY)) {
            assertThatThrownBy(() -> servers.as(lamps.database(service), shoes.database(service)))
                    .hasMessageContaining("permission denied for database");
        }
    }

    @Test
    @Order(8)
    void everyFigureSaysWhoseItIs() {
        for (RunningShop shop : List.of(lamps, shoes)) {
            for (Part service : RunningShop.SERVICES) {
                String page =
                        shop.client().require(Call.get(service, "/q/metrics")).body();
                assertThat(page.lines().filter(line -> line.startsWith("aisle_")))
                        .as(shop.name() + " " + service.label())
                        .isNotEmpty()
                        .allMatch(line -> line.contains("shop=\"" + shop.name() + "\""));
            }
        }
    }

    @Test
    @Order(9)
    void noServiceWasDeniedAnything() throws IOException {
        for (RunningShop shop : List.of(lamps, shoes)) {
            for (Part service : RunningShop.SERVICES) {
                assertThat(shop.log(service))
                        .as(shop.name() + " " + service.label())
                        .doesNotContain("AuthorizationException");
            }
        }
    }
}
