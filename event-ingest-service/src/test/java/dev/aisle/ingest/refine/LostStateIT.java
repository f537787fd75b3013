package dev.aisle.ingest.refine;

import static dev.aisle.ingest.refine.Refining.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.ingest.refine.steps.RefineMetrics;
import dev.aisle.ingest.refine.steps.RefineRules;
import dev.aisle.ingest.refine.steps.Standing;
import dev.aisle.ingest.refine.values.Rates;
import dev.aisle.platform.consent.Consent;
import dev.aisle.testing.RealInfrastructure;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Refine on a real broker, without the service around it: what it knows comes back from the changelog. */
class LostStateIT {
    private static final int PEOPLE = 30;
    private static final int EVENTS = 20;
    private static final Consent CONSENT = Refining.granted(1, Purpose.ANALYTICS, Purpose.PERSONALIZATION);

    private static final RealInfrastructure INFRASTRUCTURE = new RealInfrastructure();
    private static PlainClient client;

    @TempDir
    Path first;

    @TempDir
    Path second;

    @BeforeAll
    static void startBroker() {
        INFRASTRUCTURE.init(Map.of("database", "none"));
        client = new PlainClient(INFRASTRUCTURE.start().get("kafka.bootstrap.servers"));
    }

    @AfterAll
    static void stopBroker() {
        client.close();
        INFRASTRUCTURE.stop();
    }

    @Test
    void linksDuplicatesAndSequencesAreKnownAgainAfterTheStateDirectoryIsLost() {
        try (KafkaStreams streams = start(first)) {
            for (int person = 0; person < PEOPLE; person++) {
                client.send(Refining.identify(known(person), browser(person), "identify", NINE));
            }
            client.await(Topic.PERSON_LINKS, PEOPLE);
            sendFromBrowsers(0, EVENTS / 2);
            client.await(Topic.EVENTS, PEOPLE * (1 + EVENTS / 2));
            streams.close(Duration.ofSeconds(20));
        }

        try (KafkaStreams streams = start(second)) {
            sendFromBrowsers(0, EVENTS);
            client.await(Topic.EVENTS, PEOPLE * (1 + EVENTS));
            streams.close(Duration.ofSeconds(20));
        }

        List<ShopEvent> events = client.await(Topic.EVENTS, PEOPLE * (1 + EVENTS));
        assertThat(events).hasSize(PEOPLE * (1 + EVENTS));
        Map<String, List<String>> byPerson = new HashMap<>();
        for (ShopEvent event : events) {
            List<String> messages = byPerson.computeIfAbsent(event.getPseudonym(), ignored -> new ArrayList<>());
            messages.add(event.getMessageId());
            assertThat(event.getRefinement().getPersonSequence()).isEqualTo(messages.size());
        }
        assertThat(byPerson).hasSize(PEOPLE);
        assertThat(byPerson.values())
                .allSatisfy(messages -> assertThat(messages).hasSize(1 + EVENTS).doesNotHaveDuplicates());
        assertThat(byPerson.keySet()).allMatch(person -> person.startsWith(Refining.ADA));
    }

    /** Each twice, as a client that got no answer does. */
    private static void sendFromBrowsers(int from, int to) {
        for (int i = from; i < to; i++) {
            for (int person = 0; person < PEOPLE; person++) {
                ShopEvent.Builder event = Refining.view(browser(person), "m" + i, NINE.plusSeconds(i));
                client.send(event);
                client.send(event);
            }
        }
    }

    private static String known(int person) {
        return Refining.ADA + person;
    }

    private static String browser(int person) {
        return Refining.BROWSER + person;
    }

    private static KafkaStreams start(Path state) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "lost-state");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, client.bootstrapServers());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, 1);
        settings.put("auto.offset.reset", "earliest");
        // Who is closed doesn't leave its group: the next one waits for so long.
        settings.put("session.timeout.ms", 6_000);
        settings.put("heartbeat.interval.ms", 2_000);
        RefineRules rules = new RefineRules(
                Currency.getInstance("EUR"), () -> Rates.NONE, 120, Duration.ofDays(1), Duration.ofMinutes(1));
        KafkaStreams streams = new KafkaStreams(
                RefineTopology.of(
                        new Standing(_ -> {}, _ -> CONSENT, _ -> false, UnaryOperator.identity()),
                        rules,
                        Refining.SEALS.asking(person -> CONSENT, _ -> false),
                        Refining.UNSIGNED,
                        new RefineMetrics(new SimpleMeterRegistry())),
                settings);
        streams.start();
        return streams;
    }
}
