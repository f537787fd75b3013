package dev.aisle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.containers.journey.Shop;
import dev.aisle.containers.journey.ShopperJourney;
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
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
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
        String visitor = "visitor-1";
        ShopperJourney journey = new ShopperJourney(shop, visitor);

        journey.fillTheShop();
        journey.browseWithoutConsent();
        journey.consentAndBrowse();
        journey.seeTheWelcome();
        journey.orderAndSeeWhatGoesWithIt();
        new TracedClick(client, collector, LAYOUT.log(TracedClick.TALKATIVE))
                .goesThroughTheSuite(shop, "traced-" + visitor);
        journey.withdrawAndGrantAgain();
        journey.beForgotten();
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
}
