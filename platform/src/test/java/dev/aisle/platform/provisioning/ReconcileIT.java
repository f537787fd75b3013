package dev.aisle.platform.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.RejectedEvent;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hourly job on real topics and on the services' own tables: it finds what was planted, and nothing where rows rightly aren't there. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class ReconcileIT {
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String jdbc;

    @ConfigProperty(name = "aisle.sealing.key")
    String sealingKey;

    @ConfigProperty(name = "aisle.sealing.keys")
    List<String> sealingKeys;

    private record Outcome(int code, String text) {}

    private Outcome run(String what, String... more) {
        var environment = new HashMap<>(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                brokers,
                "AISLE_SEALING_KEY",
                sealingKey,
                "AISLE_SEALING_KEYS",
                String.join(",", sealingKeys),
                "AISLE_RECONCILE_WHAT",
                what,
                "QUARKUS_DATASOURCE_JDBC_URL",
                jdbc.replaceFirst("/postgres\\?.*$", "/" + what),
                "QUARKUS_DATASOURCE_USERNAME",
                "reader",
                "QUARKUS_DATASOURCE_PASSWORD",
                "reads"));
        for (int i = 0; i < more.length; i += 2) {
            environment.put(more[i], more[i + 1]);
        }
        var out = new ByteArrayOutputStream();
        int code =
                Reconcile.run(new Settings(environment), List.of(), new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Outcome(code, out.toString(StandardCharsets.UTF_8));
    }

    private ReconciledShop shop;

    @BeforeEach
    void aShopWhereEverythingIsAsItMustBe() throws Exception {
        shop = ReconciledShop.at(brokers, jdbc, sealingKey, sealingKeys);
        shop.beginAnew();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        profile     | events compared 5 | profile.person_events: 5 rows due, 5 stored
        recommender | events compared 5 | recommender.interaction: 3 rows due, 3 stored
        campaign    | events compared 5 | campaign.metric_fact: 6 rows due, 6 stored
        """)
    void whatRightlyIsntThereIsCountedAndNoDifference(String database, String compared, String rows) {
        Outcome outcome = run(database);

        assertThat(outcome.text())
                .contains(
                        "nothing differs",
                        compared,
                        rows,
                        "people: consent changed 1",
                        "people: erased or without consent",
                        "people: moved to another pseudonym 2",
                        "people: restricted or held 1",
                        "events: late 1",
                        "events: not taken yet 1");
        assertThat(outcome.code()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', maxCharsPerColumn = 400, textBlock = """
        recommender | delete from interaction where event_id = 'anna-buys' and product_id = 'cup' | recommender.interaction: 1 missing | anna-buys
        recommender | insert into interaction (pseudonym, product_id, type, weight, occurred_at, event_id, for_personalization, for_training) select pseudonym, product_id, type, weight, occurred_at, event_id, true, true from interaction where event_id = 'anna-views' | recommender.interaction: 1 doubled | anna-views
        recommender | insert into interaction (pseudonym, product_id, type, weight, occurred_at, event_id, for_personalization, for_training) select pseudonym, product_id, type, weight, now(), 'nobody-saw', true, true from interaction where event_id = 'anna-views' | recommender.interaction: 1 foreign | nobody-saw
        recommender | insert into interaction (pseudonym, product_id, type, weight, occurred_at, event_id, for_personalization, for_training) select replace(pseudonym, 'anna', 'bert'), product_id, type, weight, now(), 'bert-views', true, true from interaction where event_id = 'anna-views' | recommender.interaction: 1 foreign | bert-views
        profile | delete from person_events where pseudonym like '%bert%' | profile.person_events: 2 missing | bert-fills and bert-views
        profile | delete from person where pseudonym like '%anna%' | profile.person: 1 missing | p1.test.anna
        profile | insert into person_events select pseudonym, month + interval '1 month', events, changes from person_events where pseudonym like '%bert%' | profile.person_events: 2 doubled | bert-views
        campaign | delete from metric_fact where message_id = 'anna-buys' and measure = 'PURCHASE/quantity' | campaign.metric_fact: 1 missing | anna-buys
        campaign | update metric_fact set value = 2 where message_id = 'bert-fills' | campaign.metric_fact: 1 foreign | bert-fills
        campaign | insert into metric_fact select 'nobody-saw', measure, pseudonym, session_id, value, now() from metric_fact where message_id = 'bert-fills' | campaign.metric_fact: 1 foreign | nobody-saw
        """)
    void aPlantedFaultIsFoundAndNamed(String database, String fault, String difference, String example)
            throws Exception {
        shop.execute(database, fault);

        Outcome outcome = run(database);

        assertThat(outcome.text()).contains("DIFFERS " + difference, example, "something differs");
        assertThat(outcome.code()).isEqualTo(1);
    }

    @Test
    void anEventThatWasAcknowledgedAndIsNeitherRefinedNorRefusedIsMissing() throws Exception {
        shop.acknowledge("hans", "hans-1", "hans-2", "hans-2", "hans-3", "hans-4", "hans-5");
        shop.refine("hans", EventType.PRODUCT_VIEW, "hans-1", "hans-2");
        shop.refuse(RejectedEvent.newBuilder().setMessageId("hans-3").setCode("withdrawn"));
        shop.acknowledge("ida", "hans-4");
        shop.refine("ida", EventType.PRODUCT_VIEW, "hans-4");
        shop.refineHasTakenAll();
        shop.acknowledge("ida", "hans-5");

        assertThat(run("door").text())
                .contains(
                        "events: refined 3",
                        "events: refused, withdrawn 1",
                        "events: refined under another person 1",
                        "events: on their way to another person 1",
                        "nothing differs");

        shop.refine("ida", EventType.PRODUCT_VIEW, "hans-5");
        shop.acknowledge("hans", "hans-6");
        shop.refine("hans", EventType.PRODUCT_VIEW, "hans-1", "hans-7");
        shop.refineHasTakenAll();

        assertThat(run("door").text())
                .contains(
                        "DIFFERS " + Topic.EVENTS.topicName() + ": 1 missing",
                        "hans-6",
                        Topic.EVENTS.topicName() + ": 1 doubled",
                        "hans-1",
                        Topic.EVENTS.topicName() + ": 1 foreign",
                        "hans-7");
    }

    @Test
    void asManyPeopleAreLookedAtAsFitTheBound() {
        Outcome all = run("profile");
        Outcome few = run("profile", "AISLE_RECONCILE_MOST_EVENTS", "2");

        assertThat(all.text()).contains("one person in 1;");
        assertThat(few.text()).containsPattern("one person in (2|4|8|16|32|64|128|256);");
        assertThat(few.code()).isZero();
    }

    @Test
    void whatCantBeComparedIsNoDifference() {
        Outcome nobody = run(
                "profile", "QUARKUS_DATASOURCE_USERNAME", "nobody", "QUARKUS_DATASOURCE_PASSWORD", "planted-password");
        Outcome nothing = run("shop");

        assertThat(nobody.code()).isEqualTo(2);
        assertThat(nobody.text()).hasLineCount(1).contains("nobody").doesNotContain("planted-password");
        assertThat(nothing)
                .isEqualTo(new Outcome(
                        2, "reconcile: there is no database of events named \"shop\"." + System.lineSeparator()));
    }
}
