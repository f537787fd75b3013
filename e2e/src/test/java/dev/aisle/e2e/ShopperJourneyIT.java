package dev.aisle.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.contracts.Topic;
import dev.aisle.e2e.security.GuardedBroker;
import dev.aisle.e2e.tutorials.Shell;
import dev.aisle.e2e.tutorials.Tutorial;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import dev.aisle.local.stack.Stack;
import dev.aisle.local.stack.Tuning;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * One shopper from the first anonymous view to the erasure, then the tutorials, against the services as they are packaged and a broker that
 * lets each of them do what its rules say and nothing else.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ShopperJourneyIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PRODUCTS = 12;
    private static final int CROWD = 40;
    private static final List<Part> SERVICES = Part.services();

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final PortPlan PORTS = new PortPlan(28080);

    private static final Layout LAYOUT = new Layout(PROJECT, Path.of("target/stack"), PORTS);

    private static final GuardedBroker BROKER = new GuardedBroker(LAYOUT);

    private static Stack stack;
    private static Shop shop;
    private static ApiClient client;
    private static SpanCollector collector;

    @BeforeAll
    static void startTheSuite() throws Exception {
        collector = SpanCollector.started();
        Stack before = new Stack(LAYOUT, new Progress(System.out));
        before.down();
        before.wipe();
        stack = new Stack(LAYOUT, new Progress(System.out), tunings());
        stack.up(Set.of(Part.KAFKA));
        assertThat(BROKER.applyTopics()).contains("rules of access");
        stack.up(Part.all());
        client = new ApiClient(PORTS);
        shop = new Shop(client);
        poison(PORTS.address(Part.KAFKA));
    }

    private static Map<Part, Tuning> tunings() {
        Map<Part, Tuning> all = new EnumMap<>(Part.class);
        all.put(Part.KAFKA, BROKER.broker());
        for (Part service : SERVICES) {
            Map<String, String> environment = new HashMap<>(BROKER.environment(service));
            environment.put("AISLE_TRACES_ENDPOINT", collector.address());
            if (service == TracedClick.TALKATIVE) {
                environment.putAll(TracedClick.TALKS);
            }
            all.put(service, new Tuning(List.of(), environment));
        }
        return all;
    }

    /** A record that nobody can read, in each partition of every topic: the whole journey must not notice. */
    private static void poison(String bootstrapServers) throws ExecutionException, InterruptedException {
        Map<String, Object> settings = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (Topic topic : Topic.values()) {
                for (int partition = 0; partition < Topic.PARTITIONS; partition++) {
                    byte[] garbage = ("no message of " + topic).getBytes(StandardCharsets.UTF_8);
                    producer.send(new ProducerRecord<>(topic.topicName(), partition, "poison-" + partition, garbage))
                            .get();
                }
            }
        }
    }

    @AfterAll
    static void stopTheSuite() {
        stack.down();
        collector.close();
    }

    @Test
    @Order(1)
    void aShopperBrowsesConsentsBuysAndIsForgotten() {
        fillTheShop();
        String visitor = "visitor-1";
        String subject = shop.pseudonym("anonymous_id", visitor);

        browseWithoutConsent(visitor, subject);
        consentAndBrowse(visitor, subject);
        seeTheWelcome(subject);
        orderAndSeeWhatGoesWithIt(visitor, subject);
        new TracedClick(client, collector, LAYOUT.log(TracedClick.TALKATIVE))
                .goesThroughTheSuite(shop, "traced-" + visitor);
        withdrawAndGrantAgain(visitor, subject);
        beForgotten(visitor, subject);
    }

    /** In the stack that is up, after the journey: a tutorial's campaign would be in its way. */
    @TestFactory
    @Order(2)
    Stream<DynamicTest> aTutorialDoesWhatItSays() {
        return Tutorial.in(PROJECT.resolve("docs/tutorials")).stream()
                .map(tutorial -> DynamicTest.dynamicTest(tutorial.name(), () -> {
                    try (Shell shell = new Shell(PROJECT, Path.of("target/tutorials"), PORTS)) {
                        shell.run(tutorial);
                    }
                }));
    }

    @Test
    @Order(3)
    void noServiceWasDeniedAnythingByTheBroker() throws IOException {
        for (Part service : SERVICES) {
            assertThat(Files.readString(LAYOUT.log(service)))
                    .as(service.label())
                    .doesNotContain("AuthorizationException");
        }
    }

    @Test
    @Order(4)
    void noServiceMayDoMoreThanItsRulesSay() {
        assertThat(denied(Part.PROFILE, Topic.CONSENTS)).isTrue();
        assertThat(denied(Part.CAMPAIGN, Topic.ERASURES)).isTrue();
        assertThat(denied(Part.RECOMMENDER, Topic.EVENTS)).isTrue();
        assertThat(denied(Part.INGEST, Topic.CONSENTS)).isTrue();
        assertThat(denied(Part.PRIVACY, Topic.EVENTS_RAW)).isTrue();
        assertThat(denied(Part.RECOMMENDER, Topic.EVENTS_RAW))
                .as("a rating is an event")
                .isFalse();
    }

    /** Whether the broker refuses a record of a service for a topic. */
    private static boolean denied(Part service, Topic topic) {
        Map<String, Object> settings = new HashMap<>(BROKER.client(service));
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic.topicName(), new byte[] {1}, new byte[] {2}))
                    .get();
            return false;
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(TopicAuthorizationException.class);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void fillTheShop() {
        for (int i = 0; i < PRODUCTS; i++) {
            shop.product("tea-" + i, "Green tea no. " + i, "Grocery > Tea", 4.5 + i);
            shop.product("phone-" + i, "Phone model " + i, "Electronics > Phones", 199 + i);
        }
        for (int person = 0; person < CROWD; person++) {
            String kind = person % 4 == 0 ? "tea" : "phone";
            String id = "crowd-" + person;
            shop.grant(shop.pseudonym("anonymous_id", id), "personalization", "model_training", "analytics");
            awaitAccepted(id, kind + "-" + person % PRODUCTS);
            List<String> basket = List.of(
                    kind + "-" + (person + 1) % PRODUCTS,
                    kind + "-" + (person + 2) % PRODUCTS,
                    kind + "-" + (person + 3) % PRODUCTS);
            assertThat(shop.order(id, "order-" + person, basket)
                            .path("accepted")
                            .asInt())
                    .isEqualTo(1);
        }
        await("a model that has seen the crowd")
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> shop.train().path("result").path("interactions").asInt() >= 4 * CROWD);
    }

    private static void browseWithoutConsent(String visitor, String subject) {
        JsonNode answer = shop.view(visitor, "tea-1", "Grocery > Tea");

        assertThat(answer.path("accepted").asInt()).isZero();
        assertThat(answer.path("dropped").path(0).path("reason").asText()).isEqualTo("no-consent");
        JsonNode list = shop.recommendations(subject);
        assertThat(list.path("personalized").asBoolean()).isFalse();
        assertThat(list.path("reason").asText()).isEqualTo("NO_CONSENT");
        assertThat(list.path("items").size()).isEqualTo(5);
    }

    private static void consentAndBrowse(String visitor, String subject) {
        shop.grant(subject, "personalization", "model_training", "analytics");
        awaitAccepted(visitor, "tea-1");
        shop.view(visitor, "tea-2", "Grocery > Tea");

        await("recommendations that follow from what was viewed")
                .atMost(PATIENCE)
                .untilAsserted(() -> {
                    JsonNode list = shop.recommendations(subject);
                    assertThat(list.path("personalized").asBoolean()).isTrue();
                    assertThat(products(list).getFirst()).startsWith("tea-");
                    assertThat(causes(list)).containsAnyOf("tea-1", "tea-2");
                });
        await("the profile")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(shop.profile(subject)
                                .json()
                                .path("counts")
                                .path("product_view")
                                .asInt())
                        .isEqualTo(2));
    }

    private static void seeTheWelcome(String subject) {
        JsonNode decision = shop.decision("home", subject);

        assertThat(decision.path("campaign").path("kind").asText())
                .as(decision.toString())
                .isEqualTo("welcome");
        assertThat(decision.path("reason").path("text").asText()).isNotBlank();
    }

    private static void orderAndSeeWhatGoesWithIt(String visitor, String subject) {
        shop.order(visitor, "order-of-the-visitor", List.of("tea-3"));

        await("the cross-sell of what was bought").atMost(PATIENCE).untilAsserted(() -> {
            JsonNode decision = shop.decision("order-confirmation", subject, "tea-3");
            assertThat(decision.path("campaign").path("kind").asText())
                    .as(decision.toString())
                    .isEqualTo("cross_sell");
            assertThat(products(decision))
                    .isNotEmpty()
                    .allMatch(id -> id.startsWith("tea-"))
                    .doesNotContain("tea-3");
        });
        await("no welcome for a buyer")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(shop.decision("home", subject)
                                .path("campaign")
                                .path("kind")
                                .asText())
                        .isNotEqualTo("welcome"));
    }

    private static void withdrawAndGrantAgain(String visitor, String subject) {
        shop.withdraw(subject, "personalization");
        await("no personal list after the withdrawal")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                shop.recommendations(subject).path("reason").asText())
                        .isEqualTo("NO_CONSENT"));

        // What was accepted before the withdrawal stays out of use: only what the shopper does from now on makes a list
        // personal again.
        shop.grant(subject, "personalization");
        await("a personal list again").atMost(PATIENCE).untilAsserted(() -> {
            // One that comes before the grant is known at the door is taken for analytics alone.
            awaitAccepted(visitor, "tea-5");
            assertThat(shop.recommendations(subject).path("personalized").asBoolean())
                    .isTrue();
        });
    }

    private static void beForgotten(String visitor, String subject) {
        String request = shop.erase(subject);

        await("the receipts of the five services and of the archive")
                .atMost(PATIENCE)
                .untilAsserted(() -> {
                    JsonNode state = shop.request(request);
                    assertThat(state.path("status").asText())
                            .as(state.toString())
                            .isEqualTo("completed");
                    assertThat(state.path("receipts").findValuesAsText("service"))
                            .containsExactlyInAnyOrder(
                                    "event-ingest-service",
                                    "profile-service",
                                    "recommender-service",
                                    "campaign-service",
                                    "privacy-service",
                                    "event-archive");
                });
        assertThat(shop.recommendations(subject).path("personalized").asBoolean())
                .isFalse();
        assertThat(shop.profile(subject).status()).isEqualTo(404);
        await("a new pseudonym for whoever comes back")
                .atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(shop.pseudonym("anonymous_id", visitor)).isNotEqualTo(subject));
        assertThat(shop.view(visitor, "tea-1", "Grocery > Tea").path("accepted").asInt())
                .isZero();
        assertThat(shop.recommendations(shop.pseudonym("anonymous_id", visitor))
                        .path("personalized")
                        .asBoolean())
                .isFalse();
    }

    /** The door learns of a grant from the topic; until then it drops, as it must. */
    private static void awaitAccepted(String id, String product) {
        String category = product.startsWith("tea") ? "Grocery > Tea" : "Electronics > Phones";
        await("the grant at the door")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> shop.view(id, product, category).path("accepted").asInt() == 1);
    }

    private static List<String> products(JsonNode answer) {
        return StreamSupport.stream(answer.path("items").spliterator(), false)
                .map(item -> item.path("productId").asText())
                .toList();
    }

    private static List<String> causes(JsonNode answer) {
        List<String> causes = new ArrayList<>();
        answer.path("items")
                .forEach(item -> item.path("reason").path("causes").forEach(cause -> causes.add(cause.asText())));
        return causes;
    }
}
