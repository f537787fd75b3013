package dev.aisle.privacy;

import static dev.aisle.privacy.Calls.consent;
import static dev.aisle.privacy.Calls.grant;
import static dev.aisle.privacy.Calls.newCustomer;
import static dev.aisle.privacy.Calls.officer;
import static dev.aisle.privacy.Calls.read;
import static dev.aisle.privacy.Calls.say;
import static dev.aisle.privacy.Calls.storefront;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A caller that repeats itself, and callers that don't wait for each other. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class RepeatedAndConcurrentConsentsIT {
    @Test
    void theSameCallAgainGetsTheSameAnswerAndChangesNothing() {
        String body = consent(newCustomer(), "personalization", "grant");
        String key = UUID.randomUUID().toString();
        String first = post(body, key, 201);

        String second = post(body, key, 200);

        assertThat(second).isEqualTo(first);
        assertThat(post(body, UUID.randomUUID().toString(), 201)).contains("\"version\":2");
    }

    @Test
    void aKeyWithAnotherBodyIsAConflict() {
        String customer = newCustomer();
        String key = UUID.randomUUID().toString();
        post(consent(customer, "personalization", "grant"), key, 201);

        assertThat(post(consent(customer, "personalization", "deny"), key, 409)).contains("idempotency-key-reused");
        assertThat(post(consent(newCustomer(), "personalization", "grant"), key, 409))
                .contains("idempotency-key-reused");
    }

    @Test
    void theSameCallManyTimesAtOnceCountsOnce() throws Exception {
        String body = consent(newCustomer(), "personalization", "grant");
        String key = UUID.randomUUID().toString();

        List<Integer> statuses = AtOnce.run(
                8,
                i -> storefront()
                        .header("Idempotency-Key", key)
                        .body(body)
                        .post("/v1/consents")
                        .statusCode());

        assertThat(statuses).containsOnly(200, 201);
        assertThat(statuses).containsOnlyOnce(201);
    }

    @Test
    void changesAtOnceGiveAVersionEachAndLoseNone() throws Exception {
        String customer = newCustomer();
        String pseudonym = grant(customer);

        List<Integer> versions = AtOnce.run(
                16,
                i -> storefront()
                        .body(consent(customer, i % 2 == 0 ? "analytics" : "marketing_email", "grant"))
                        .post("/v1/consents")
                        .path("version"));

        assertThat(versions)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(2, 17).boxed().toList());
        read(pseudonym).body("version", equalTo(17)).body("decisions.size()", equalTo(3));
        assertThat(Topics.consents(pseudonym, 17).stream().map(ConsentState::getVersion))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 17).boxed().toList());
    }

    @Test
    void ofTwoChangesOfTheSameVersionOnlyOneGoesThrough() throws Exception {
        String customer = newCustomer();
        grant(customer);

        List<Integer> statuses = AtOnce.run(
                6,
                i -> storefront()
                        .header("If-Match", "\"v1\"")
                        .body(consent(customer, "analytics", "grant"))
                        .post("/v1/consents")
                        .statusCode());

        assertThat(statuses).containsOnly(201, 412).containsOnlyOnce(201);
    }

    @Test
    void aHundredGrantsAndWithdrawalsAtOnceAreOneLineOfVersions() throws Exception {
        String customer = newCustomer();
        String pseudonym = grant(customer);

        List<Integer> versions = AtOnce.run(
                100,
                i -> i % 2 == 0
                        ? storefront()
                                .body(consent(customer, "personalization", "grant"))
                                .post("/v1/consents")
                                .path("version")
                        : storefront()
                                .delete("/v1/consents/" + pseudonym + "/personalization")
                                .path("version"));

        List<Integer> history = new ArrayList<>();
        for (int after : new int[] {0, 100}) {
            history.addAll(officer()
                    .get("/v1/consents/" + pseudonym + "/history?after=" + after)
                    .<List<Integer>>path("entries.state.version"));
        }
        assertThat(history)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, history.size()).boxed().toList());
        assertThat(history).containsAll(versions);
        assertThat(Topics.consents(pseudonym, history.size()).stream().map(state -> (int) state.getVersion()))
                .containsExactlyElementsOf(history);
    }

    @Test
    void ofAHundredChangesOfOneVersionOneWins() throws Exception {
        String customer = newCustomer();
        String pseudonym = grant(customer);

        for (int version = 1; version < 6; version += 2) {
            String tag = "\"v" + version + "\"";
            List<Integer> statuses = AtOnce.run(
                    100,
                    i -> i % 2 == 0
                            ? storefront()
                                    .header("If-Match", tag)
                                    .body(consent(customer, "analytics", "grant"))
                                    .post("/v1/consents")
                                    .statusCode()
                            : storefront()
                                    .header("If-Match", tag)
                                    .delete("/v1/consents/" + pseudonym + "/personalization")
                                    .statusCode());
            assertThat(statuses).containsOnly(statuses.contains(201) ? 201 : 202, 412);
            assertThat(statuses.stream().filter(status -> status < 300)).hasSize(1);
            say(customer, "personalization", "grant");
            read(pseudonym).body("version", equalTo(version + 2));
        }
    }

    @Test
    void aStaleVersionIsRefusedAndTheCurrentOneNamed() {
        String customer = newCustomer();
        String pseudonym = grant(customer);
        say(customer, "analytics", "grant");

        storefront()
                .header("If-Match", "\"v1\"")
                .body(consent(customer, "analytics", "deny"))
                .post("/v1/consents")
                .then()
                .statusCode(412)
                .contentType("application/problem+json")
                .body("detail", matchesPattern(".*\"v2\".*"));
        read(pseudonym).body("decisions.analytics", equalTo("grant"));
    }

    private static String post(String body, String key, int status) {
        return storefront()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/consents")
                .then()
                .statusCode(status)
                .extract()
                .asString();
    }
}
