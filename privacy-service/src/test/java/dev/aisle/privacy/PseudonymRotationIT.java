package dev.aisle.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.oneOf;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.Erasure;
import dev.aisle.platform.security.Role;
import dev.aisle.privacy.OlderKey.Customer;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The key of the pseudonyms is changed, and nobody is lost. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class PseudonymRotationIT {
    @Inject
    DataSource dataSource;

    @Test
    void whoComesBackByIdentifierKeepsConsentAndHistoryUnderTheNewKey() {
        Customer customer = OlderKey.customer();
        Calls.say(customer.before(), "personalization", "grant");
        Calls.say(customer.before(), "analytics", "deny");

        Calls.say(customer.reference(), "marketing_email", "grant")
                .body("subject", equalTo(customer.now()))
                .body("version", equalTo(3));

        Calls.read(customer.now())
                .body("version", equalTo(3))
                .body("decisions.personalization", equalTo("grant"))
                .body("decisions.analytics", equalTo("deny"));
        Calls.officer()
                .get("/v1/consents/" + customer.now() + "/history")
                .then()
                .body("entries", hasSize(3));
        List<ConsentState> ofOld = Topics.consents(customer.before(), 3);
        assertThat(ofOld.getLast().getSuccessor()).isEqualTo(customer.now());
        assertThat(ofOld.getLast().getVersion()).isEqualTo(3);
        assertThat(Topics.consents(customer.now(), 2).getFirst().getDecisionsCount())
                .isEqualTo(2);
    }

    @Test
    void aReadByIdentifierFindsThePersonBeforeAnythingMoved() {
        Customer customer = OlderKey.customer();
        Calls.say(customer.before(), "personalization", "grant");

        Calls.storefront()
                .body("{\"questions\":[{\"subject\":\"" + customer.reference()
                        + "\",\"purpose\":\"personalization\"}]}")
                .post("/v1/decisions")
                .then()
                .body("decisions[0].decision", equalTo("ALLOW"));
        Calls.grant(customer.reference());
    }

    @Test
    void theDoorsClaimMovesAPersonAndAWithdrawalByTheOldPseudonymStillCounts() {
        Customer customer = OlderKey.customer();
        Calls.say(customer.before(), "personalization", "grant");

        OlderKey.claim(customer.before(), customer.now());
        OlderKey.claim(customer.before(), customer.now());
        await().untilAsserted(() -> Calls.read(customer.now()).body("version", equalTo(1)));

        Calls.storefront()
                .delete("/v1/consents/" + customer.before() + "/personalization")
                .then()
                .statusCode(202);
        Calls.read(customer.now()).body("decisions.personalization", equalTo("withdrawn"));
        Calls.read(customer.before()).body("decisions.personalization", equalTo("withdrawn"));
    }

    @Test
    void aSignalUnderTheOldPseudonymHoldsAlsoWhereTheNewOneHasSaidEverything() {
        Customer customer = OlderKey.customer();
        Calls.storefront()
                .header("Sec-GPC", "1")
                .body(
                        "{\"subject\":\"" + customer.before()
                                + "\",\"jurisdiction\":\"EU\",\"ageBand\":\"teen\",\"noticeVersion\":\"1\",\"decisions\":{\"ads_targeted\":\"grant\"}}")
                .post("/v1/consents")
                .then()
                .statusCode(oneOf(201, 202));
        Calls.say(customer.now(), "ads_targeted", "grant");

        OlderKey.claim(customer.before(), customer.now());

        await().untilAsserted(() -> Calls.read(customer.now()).body("gpc", equalTo(true)));
        Calls.read(customer.now())
                .body("version", equalTo(2))
                .body("ageBand", equalTo("teen"))
                .body("decisions.ads_targeted", equalTo("grant"));
        assertThat(Topics.consents(customer.now(), 2).getLast().getGpc()).isTrue();
    }

    @Test
    void aRestrictionGoesWithThePersonAndIsLiftedThere() {
        Customer customer = OlderKey.customer();
        Calls.say(customer.before(), "personalization", "grant");
        String request = Calls.officer()
                .body("{\"subject\":\"" + customer.before() + "\",\"type\":\"restriction\"}")
                .post("/v1/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        OlderKey.claim(customer.before(), customer.now());

        assertThat(Topics.consents(customer.now(), 1).getLast().getSuppressed()).isTrue();
        assertThat(Topics.consents(customer.before(), 3).getLast().getSuppressed())
                .isTrue();
        Calls.officer()
                .delete("/v1/requests/" + request + "/restriction")
                .then()
                .statusCode(200);
        assertThat(Topics.consents(customer.now(), 2).getLast().getSuppressed()).isFalse();
    }

    @Test
    void aLegalHoldGoesWithThePersonAndHoldsAgainstBothPseudonyms() {
        Customer customer = OlderKey.customer();
        Calls.say(customer.before(), "personalization", "grant");
        Calls.officer()
                .body("{\"reason\":\"file 8 O 3/26\",\"until\":\"2099-01-01T00:00:00Z\"}")
                .put("/v1/legal-holds/" + customer.before())
                .then()
                .statusCode(204);
        OlderKey.claim(customer.before(), customer.now());
        assertThat(Topics.consents(customer.now(), 1))
                .extracting(state -> state.getHeldUntil().getSeconds())
                .containsExactly(Instant.parse("2099-01-01T00:00:00Z").getEpochSecond());

        String request = Calls.erase(customer.before());

        Calls.officer()
                .get("/v1/requests/" + request)
                .then()
                .body("status", equalTo("pending"))
                .body("waitingFor", containsString("legal hold"));
        Calls.officer().get("/v1/legal-holds").then().body("holds.pseudonym", hasItem(customer.now()));
        Calls.officer().delete("/v1/legal-holds/" + customer.before()).then().statusCode(204);
        await().untilAsserted(() ->
                Calls.officer().get("/v1/requests/" + request).then().body("status", equalTo("in_progress")));
    }

    @Test
    void anAuditorFindsWhatWasSaidUnderTheOldPseudonymByTheNewOne() {
        Customer customer = OlderKey.customer();
        Calls.say(customer.before(), "personalization", "grant");
        OlderKey.claim(customer.before(), customer.now());
        assertThat(Topics.consents(customer.now(), 1)).isNotEmpty();

        // An entry is found once it has its number in the tree, a moment after it was written.
        await().untilAsserted(() -> Calls.as(Role.AUDITOR)
                .queryParam("subject", customer.now())
                .get("/v1/audit")
                .then()
                .statusCode(200)
                .body("entries.subject", hasItem(customer.before())));
    }

    @Test
    void aClaimThatIsNoneIsADeadLetterAndStopsNothing() {
        Customer customer = OlderKey.customer();
        Calls.say(customer.before(), "personalization", "grant");
        Calls.say(customer.now(), "analytics", "deny");

        OlderKey.claim(customer.now(), customer.before());
        TestRecords.write(Topic.PSEUDONYM_CLAIMS, "x", new byte[] {9, 9, 9, 9, 9, 9, 9});
        OlderKey.claim(customer.before(), customer.now());

        await().untilAsserted(() -> Calls.read(customer.now())
                .body("version", equalTo(2))
                .body("decisions.personalization", equalTo("grant"))
                .body("decisions.analytics", equalTo("deny")));
    }

    @Test
    void theVaultMovesEverybodyItKnowsAndSaysWhomItDoesNot() throws SQLException {
        Customer known = OlderKey.customer();
        Calls.say(known.before(), "marketing_email", "grant");
        VaultCalls.put(known.before(), "{\"email\":\"moved@shop.example\",\"customerId\":\"" + known.id() + "\"}")
                .statusCode(200);
        Customer nameless = OlderKey.customer();
        VaultCalls.put(nameless.before(), "{\"locale\":\"fr\"}").statusCode(200);

        String address = VaultCalls.begin("/v1/pseudonym-keys/rotations");

        await().untilAsserted(() -> Calls.officer()
                .get(address)
                .then()
                .body("status", equalTo("completed"))
                .body("moved", equalTo(1))
                .body("leftAlone", equalTo(1)));
        VaultCalls.email(known.now()).body("answers[0].to", contains("moved@shop.example"));
        Calls.storefront()
                .get("/v1/vault/" + known.before())
                .then()
                .body("traits.email", equalTo("moved@shop.example"));
        Calls.as(Role.OPERATOR).post("/v1/pseudonym-keys/old/retirement").then().statusCode(409);
        assertThat(reachedByFinishedRotations()).isEmpty();
        Calls.erase(nameless.before());
    }

    private List<String> reachedByFinishedRotations() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery(
                                "select reached from pseudonym_rotation where status <> 'running' and reached <> ''")) {
            List<String> reached = new ArrayList<>();
            while (rows.next()) {
                reached.add(rows.getString(1));
            }
            return reached;
        }
    }

    @Test
    void anErasureByTheOldPseudonymReachesBothAndTheErasedEpochHolds() {
        Customer customer = OlderKey.customer();
        Calls.say(customer.before(), "personalization", "grant");
        Calls.grant(customer.reference());

        String request = Calls.erase(customer.before());

        assertThat(oneErasure(customer.now()).getRequestId()).isEqualTo(request);
        String ofBefore = oneErasure(customer.before()).getRequestId();
        Calls.officer().get("/v1/requests/" + ofBefore).then().statusCode(200).body("type", equalTo("erasure"));
        assertThat(Topics.consents(customer.now(), 3).getLast().getSuppressed()).isTrue();
        assertThat(Calls.grant(customer.reference())).isNotIn(customer.before(), customer.now());
    }

    @Test
    void whoWasErasedUnderTheOldKeyComesBackAsSomebodyNewUnderTheNew() {
        Customer customer = OlderKey.customer();
        Calls.say(customer.before(), "personalization", "grant");
        String request = Calls.erase(customer.before());

        assertThat(Calls.erase(customer.reference())).isEqualTo(request);
        String back = Calls.grant(customer.reference());

        assertThat(back).isNotEqualTo(customer.now()).startsWith("p1.test.");
        Calls.read(back).body("version", equalTo(1));
    }

    @Test
    void aKeyIsRetiredWhenNobodyStandsUnderIt() {
        Customer customer = OlderKey.customer();
        Calls.say(customer.before(), "personalization", "grant");
        operator("true").then().statusCode(409);
        Calls.grant(customer.reference());
        Map<String, Object> usage = Calls.officer().get("/v1/pseudonym-keys").path("keys.find { it.id == 'old' }");

        assertThat(usage).containsEntry("configured", true).containsEntry("active", false);
        Calls.as(Role.OPERATOR)
                .post("/v1/pseudonym-keys/test/retirement")
                .then()
                .statusCode(409);
        Calls.as(Role.OPERATOR)
                .post("/v1/pseudonym-keys/none/retirement")
                .then()
                .statusCode(404);
        operator("perhaps").then().statusCode(400);
        operator("true").then().statusCode(200).body("retirable", equalTo(true));
        operator("false").then().statusCode(200);
        assertThat(TestRecords.awaitKey(Topic.CONSENTS, 3, customer.before())
                        .getLast()
                        .value())
                .isNull();
    }

    /** What isn't answered within a second is sent again, in these tests: the very same, and nothing else. */
    private static Erasure oneErasure(String pseudonym) {
        Set<Erasure> sent = Set.copyOf(Topics.erasures(pseudonym, 1));
        assertThat(sent).hasSize(1).allMatch(one -> one.getPseudonym().equals(pseudonym));
        return sent.iterator().next();
    }

    private static io.restassured.response.Response operator(String dryRun) {
        return Calls.as(Role.OPERATOR).post("/v1/pseudonym-keys/old/retirement?dryRun=" + dryRun);
    }
}
