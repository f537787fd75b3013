package dev.aisle.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.RejectedEvent;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Refused events: listed without their content, mended, and sent in again once and in order. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "none"))
class RejectionsIT {
    private static final String FIX = "\"fix\":{\"set\":{\"items[0].product_id\":\"tea-1\"}}";

    @Test
    void aRefusedEventKeepsWhatCouldBeReadWithoutItsIdentifiers() {
        String customer = Shop.customer();
        String id = Shop.newId("faulty");

        Shop.batch(Rejections.faulty(customer, id)).statusCode(200).body("rejected", hasSize(1));

        RejectedEvent refused = Shop.rejected(id);
        assertThat(refused.getEvent().getPseudonym()).isEqualTo(Shop.pseudonym(customer));
        assertThat(refused.getEvent().getItems(0).getName()).isEqualTo("Tea");
        assertThat(refused.toString()).doesNotContain(customer);
    }

    @Test
    void withoutConsentNothingOfARefusedEventIsKept() {
        String id = Shop.newId("faulty");

        Shop.batch(Rejections.faulty(Shop.newId("stranger"), id)).statusCode(200);

        assertThat(Shop.rejected(id).hasEvent()).isFalse();
    }

    @Test
    void anOperatorSeesWhyAndWhichFieldsButNoValue() {
        String id = refuse(Shop.customer());

        Response listed = Rejections.operator().get("/v1/rejections?code=invalid-field&since=PT1H&limit=500");

        listed.then()
                .statusCode(200)
                .body("complete", equalTo(true))
                .body("rejections.id", hasItem(id))
                .body("rejections.find { it.id == '" + id + "' }.field", equalTo("properties.product_id"))
                .body("rejections.find { it.id == '" + id + "' }.replayable", equalTo(true))
                .body("rejections.find { it.id == '" + id + "' }.fields.path", hasItem("items[0].name"));
        assertThat(listed.asString()).doesNotContain("p1.k1.", "\"Tea\"");
    }

    @Test
    void refusalsAreCountedByCodeFieldAndSource() {
        refuse(Shop.customer());

        Rejections.operator()
                .get("/v1/rejections/summary?since=PT1H")
                .then()
                .statusCode(200)
                .body("counts.find { it.field == 'properties.product_id' }.rejected", greaterThanOrEqualTo(1))
                .body("counts.find { it.field == 'properties.product_id' }.source", equalTo("shop"));
    }

    @Test
    void aDryRunChangesNothingAndIsWhatHappensUnlessOneSaysOtherwise() {
        String customer = Shop.customer();
        String id = refuse(customer);

        Rejections.replay("{\"ids\":[\"" + id + "\"]," + FIX + "}")
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("replayed", equalTo(1));
        Rejections.replay("{\"ids\":[\"" + id + "\"]}")
                .statusCode(200)
                .body("replayed", equalTo(0))
                .body("stillInvalid[0].id", equalTo(id))
                .body("stillInvalid[0].field", equalTo("items[0].productId"));

        assertThat(TestRecords.await(
                        Topic.EVENTS_RAW, 0, record -> Shop.pseudonym(customer).equals(record.key())))
                .isEmpty();
    }

    @Test
    void mendedEventsGoInOnceAndInTheOrderInWhichTheyCame() {
        String customer = Shop.customer();
        List<String> ids =
                IntStream.range(0, 12).mapToObj(i -> refuse(customer)).toList();
        String order = "{\"ids\":[\"" + String.join("\",\"", ids) + "\"]," + FIX + ",\"dryRun\":false}";

        Rejections.replay(order).statusCode(200).body("replayed", equalTo(12));
        Rejections.replay(order).statusCode(200).body("replayed", equalTo(0)).body("alreadyReplayed", equalTo(12));

        List<ShopEvent> refined = Shop.refined(Shop.pseudonym(customer), 12);
        assertThat(refined).extracting(ShopEvent::getMessageId).containsExactlyElementsOf(ids);
        assertThat(refined.getFirst().getItems(0).getProductId()).isEqualTo("tea-1");
        Rejections.operator()
                .get("/v1/rejections?since=PT1H&limit=500")
                .then()
                .body("rejections.find { it.id == '" + ids.getFirst() + "' }.replayedAt", notNullValue());
    }

    @Test
    void twoOperatorsAtOnceReplayNothingTwice() {
        String customer = Shop.customer();
        List<String> ids = IntStream.range(0, 5).mapToObj(i -> refuse(customer)).toList();
        String order = "{\"ids\":[\"" + String.join("\",\"", ids) + "\"]," + FIX + ",\"dryRun\":false}";

        // Threads of our own see the configuration of the test, those of the common pool don't always.
        List<CompletableFuture<Integer>> operators = IntStream.range(0, 3)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> Rejections.replay(order).extract().<Integer>path("replayed"), Thread::startVirtualThread))
                .toList();
        int replayed = operators.stream()
                .map(CompletableFuture::join)
                .mapToInt(count -> count == null ? 0 : count)
                .sum();

        assertThat(replayed).isEqualTo(5);
        assertThat(TestRecords.awaitKey(Topic.EVENTS_RAW, 5, Shop.pseudonym(customer)))
                .hasSize(5);
    }

    @Test
    void whoWithdrewSinceIsSkipped() {
        String customer = Shop.customerWhoGranted(Purpose.ANALYTICS);
        String id = refuse(customer);
        Shop.decide(Shop.pseudonym(customer), 2, ConsentStatus.WITHDRAWN, Purpose.ANALYTICS);

        Rejections.replay("{\"ids\":[\"" + id + "\"]," + FIX + ",\"dryRun\":false}")
                .statusCode(200)
                .body("replayed", equalTo(0))
                .body("skipped", equalTo(1));
    }

    @Test
    void aDeadLetterOfTheRawTopicIsListedAndWrittenAgainOnce() {
        String person = Shop.pseudonym(Shop.newId("stranger"));
        byte[] garbage = ("no event of " + person).getBytes(StandardCharsets.UTF_8);
        RecordMetadata at = TestRecords.write(Topic.EVENTS_RAW, person, garbage);
        String id = "raw-" + at.partition() + "-" + at.offset();
        await().untilAsserted(() -> Rejections.operator()
                .get("/v1/dead-letters?topic=" + Topic.EVENTS_RAW.topicName() + "&since=PT1H&limit=500")
                .then()
                .statusCode(200)
                .body("deadLetters.id", hasItem(id)));
        String order = "{\"ids\":[\"" + id + "\"],\"dryRun\":%s}";

        Rejections.replayLetters(order.formatted("true")).statusCode(200).body("replayed", equalTo(1));
        Rejections.replayLetters(order.formatted("false")).statusCode(200).body("replayed", equalTo(1));
        Rejections.replayLetters(order.formatted("false"))
                .statusCode(200)
                .body("replayed", equalTo(0))
                .body("alreadyReplayed", equalTo(1));

        assertThat(TestRecords.awaitKey(Topic.EVENTS_RAW, 2, person))
                .hasSize(2)
                .allSatisfy(record -> assertThat(record.value()).isEqualTo(garbage));
    }

    @Test
    void lettersOfOtherTopicsAreListedButNotReplayed() {
        String key = Shop.pseudonym(Shop.newId("stranger"));
        RecordMetadata at = TestRecords.write(Topic.CONSENTS, key, new byte[] {(byte) 0xFF, 1, 2});
        String id = Topic.CONSENTS.topicName() + "-" + at.partition() + "-" + at.offset();

        await().untilAsserted(() -> Rejections.operator()
                .get("/v1/dead-letters?service=event-ingest-service&since=PT1H&limit=500")
                .then()
                .body("deadLetters.id", hasItem(id)));
        Rejections.replayLetters("{\"ids\":[\"" + id + "\"],\"dryRun\":false}")
                .statusCode(200)
                .body("notReplayable", equalTo(1))
                .body("replayed", equalTo(0));
    }

    @Test
    void garbageInTheTopicsStopsNoList() {
        TestRecords.write(Topic.EVENTS_REJECTED, "x", new byte[] {(byte) 0xFF, 1, 2});
        TestRecords.write(Topic.EVENTS_REJECTED, "x", null);
        TestRecords.write(Topic.DEAD_LETTERS, "x", new byte[] {(byte) 0xFF, 1, 2});
        String id = refuse(Shop.customer());

        Rejections.operator().get("/v1/rejections").then().statusCode(200).body("rejections.id", hasItem(id));
        Rejections.operator().get("/v1/dead-letters").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "since=yesterday, since",
        "since=-PT1H, since",
        "until=2026-11-25, until",
        "cursor=nonsense, cursor",
        "limit=0, limit",
        "limit=many, limit",
        "limit=501, limit"
    })
    void aWrongParameterIsNamed(String query, String field) {
        for (String path : List.of("/v1/rejections", "/v1/dead-letters")) {
            Rejections.operator()
                    .get(path + "?" + query)
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo(field));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "7",
                "null",
                "{}",
                "{\"ids\":[]}",
                "{\"ids\":[null]}",
                "{\"ids\":\"all\"}",
                "{\"select\":{\"since\":\"soon\"}}",
                "{\"select\":{\"colour\":\"red\"}}",
                "{\"select\":{},\"fix\":{\"set\":{\"pseudonym\":\"p1\"}}}",
                "{\"select\":{},\"fix\":{\"set\":{\"type\":null}}}",
                "{\"select\":{},\"fix\":{\"set\":{\"search.query\":\"a\\u0000\"}}}",
                "{\"select\":{},\"fix\":{\"set\":[]}}",
                "{\"select\":{},\"fix\":{\"remove\":[\"grantedPurposes\"]}}",
                "{\"select\":{},\"fix\":{\"remove\":[null]}}",
                "{\"select\":{},\"dryRun\":\"maybe\"}"
            })
    void whatIsNoReplayIsRefused(String body) {
        Rejections.replay(body).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void aDeepOrLargeReplayIsRefused() {
        Rejections.replay("{\"select\":{},\"fix\":{\"set\":{\"items\":" + "[".repeat(10_000))
                .statusCode(400);
        Rejections.replay("{\"ids\":[" + "\"a\",".repeat(1_000) + "\"a\"]}").statusCode(400);
        Rejections.replayLetters("{\"ids\":" + "[".repeat(10_000)).statusCode(400);
    }

    /** Sends a faulty event and waits until it stands among the refused; its message id. */
    private static String refuse(String customer) {
        String id = Shop.newId("faulty");
        Shop.batch(Rejections.faulty(customer, id)).statusCode(200).body("rejected", hasSize(1));
        return id;
    }
}
