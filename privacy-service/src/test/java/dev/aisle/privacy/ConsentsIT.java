package dev.aisle.privacy;

import static dev.aisle.privacy.Calls.grant;
import static dev.aisle.privacy.Calls.newCustomer;
import static dev.aisle.privacy.Calls.officer;
import static dev.aisle.privacy.Calls.read;
import static dev.aisle.privacy.Calls.say;
import static dev.aisle.privacy.Calls.storefront;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.oneOf;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.PurposeFence;
import dev.aisle.platform.consent.Consent;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class ConsentsIT {

    private static final String NOBODY = "p1.test.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    @Test
    void aConsentIsAnsweredWithItsVersionAndReceipt() {
        say(newCustomer(), "personalization", "grant")
                .header("ETag", "\"v1\"")
                .header("Cache-Control", "no-store")
                .body("receiptId", notNullValue())
                .body("subject", matchesPattern("p1\\.test\\.[A-Za-z0-9_-]{32}"))
                .body("version", equalTo(1))
                .body("decisions.personalization", equalTo("grant"));
    }

    @Test
    void whatIsSaidAboutOnePurposeLeavesTheOthers() {
        String customer = newCustomer();
        say(customer, "personalization", "grant");
        say(customer, "marketing_email", "grant");

        say(customer, "personalization", "deny")
                .header("ETag", "\"v3\"")
                .body("decisions.personalization", equalTo("deny"))
                .body("decisions.marketing_email", equalTo("grant"));
    }

    @Test
    void aPseudonymNamesTheSameSubjectAsTheIdentifierItWasMadeOf() {
        String pseudonym = grant(newCustomer());

        say(pseudonym, "analytics", "grant").body("version", equalTo(2)).body("subject", equalTo(pseudonym));
    }

    @Test
    void theWholeStateGoesToTheOthersInOrder() {
        String customer = newCustomer();
        String pseudonym = grant(customer);
        say(customer, "analytics", "deny");

        List<ConsentState> told = Topics.consents(pseudonym, 2);

        assertThat(told.stream().map(ConsentState::getVersion)).containsExactly(1L, 2L);
        ConsentState last = told.getLast();
        assertThat(last.getTenant()).isEqualTo("shop");
        assertThat(last.getJurisdiction()).isEqualTo("EU");
        assertThat(last.getDecisionsList().stream().collect(Collectors.toMap(d -> d.getPurpose(), d -> d.getStatus())))
                .containsEntry(Purpose.PERSONALIZATION, ConsentStatus.GRANTED)
                .containsEntry(Purpose.ANALYTICS, ConsentStatus.DENIED)
                .hasSize(2);
    }

    @Test
    void aWithdrawalIsANewVersionAndDoingItAgainIsNone() {
        String pseudonym = grant(newCustomer());

        withdraw(pseudonym, 2);
        withdraw(pseudonym, 2);

        read(pseudonym).header("ETag", "\"v2\"").body("decisions.personalization", equalTo("withdrawn"));
        ConsentState told = Topics.consents(pseudonym, 2).getLast();
        assertThat(told.getDecisions(0).getStatus()).isEqualTo(ConsentStatus.WITHDRAWN);
    }

    @Test
    void aNewGrantRemembersWhichVersionRefusedLast() {
        String customer = newCustomer();
        String pseudonym = grant(customer);
        withdraw(pseudonym, 2);

        say(customer, "personalization", "grant");

        ConsentState told = Topics.consents(pseudonym, 3).getLast();
        assertThat(fences(told)).containsEntry(Purpose.PERSONALIZATION, 2L).containsEntry(Purpose.ANALYTICS, 3L);
        assertThat(told.getDecisions(0).getStatus()).isEqualTo(ConsentStatus.GRANTED);
    }

    @Test
    void aSignalThatRefusedAPurposeFencesItToo() {
        String customer = newCustomer();
        String pseudonym = say(customer, "sale_share", "grant").extract().path("subject");
        gpc(customer, true);
        storefront()
                .body("{\"subject\":\"" + customer
                        + "\",\"noticeVersion\":\"1\",\"method\":\"despite-gpc\",\"decisions\":{\"sale_share\":"
                        + "\"grant\"}}")
                .post("/v1/consents")
                .then()
                .statusCode(201)
                .body("decisions.sale_share", equalTo("grant_despite_gpc"));

        List<ConsentState> told = Topics.consents(pseudonym, 3);

        assertThat(told.get(1).getDecisions(0).getStatus()).isEqualTo(ConsentStatus.DENIED);
        assertThat(told.get(2).getDecisions(0).getStatus()).isEqualTo(ConsentStatus.GRANTED_DESPITE_GPC);
        assertThat(fences(told.get(2))).containsEntry(Purpose.SALE_SHARE, 2L);
    }

    @Test
    void aNoThatIsSaidAgainAndASignalBesideDoNotBeginTheTermAnew() {
        String customer = newCustomer();
        String pseudonym = say(customer, "analytics", "grant").extract().path("subject");
        say(customer, "analytics", "deny");
        say(customer, "analytics", "deny");
        gpc(customer, true);

        List<ConsentState> told = Topics.consents(pseudonym, 4);

        assertThat(told.subList(1, 4))
                .extracting(state -> since(state, Purpose.ANALYTICS))
                .containsOnly(told.get(1).getChangedAt());
        assertThat(since(told.getLast(), Purpose.MARKETING_EMAIL))
                .isEqualTo(told.getFirst().getChangedAt());
    }

    @Test
    void aTermBeginsAnewWithTheEndOfANewerYes() {
        String customer = newCustomer();
        String pseudonym = say(customer, "analytics", "deny").extract().path("subject");
        say(customer, "analytics", "grant");
        say(customer, "analytics", "deny");

        List<ConsentState> told = Topics.consents(pseudonym, 3);

        assertThat(since(told.getLast(), Purpose.ANALYTICS))
                .isEqualTo(told.getLast().getChangedAt())
                .isNotEqualTo(told.getFirst().getChangedAt());
    }

    @Test
    void noBrowserTakesBackTheSignalThatAnotherSent() {
        String customer = newCustomer();
        String pseudonym = say(customer, "sale_share", "grant").extract().path("subject");
        gpc(customer, true);
        gpc(customer, false);
        say(customer, "sale_share", "grant");

        List<ConsentState> told = Topics.consents(pseudonym, 4);

        assertThat(told).extracting(ConsentState::getGpc).containsExactly(false, true, true, true);
        assertThat(told)
                .extracting(state -> state.getDecisions(0).getStatus())
                .containsExactly(
                        ConsentStatus.GRANTED, ConsentStatus.DENIED, ConsentStatus.DENIED, ConsentStatus.DENIED);
        assertThat(Consent.of(told.getLast()).allows(Purpose.SALE_SHARE, Instant.now()))
                .isFalse();
    }

    private static void gpc(String customer, boolean seen) {
        storefront()
                .body("{\"subject\":\"" + customer + "\",\"gpc\":" + seen + ",\"decisions\":{}}")
                .post("/v1/consents")
                .then()
                .statusCode(oneOf(201, 202));
    }

    private static Timestamp since(ConsentState state, Purpose purpose) {
        return state.getFencesList().stream()
                .filter(fence -> fence.getPurpose() == purpose)
                .map(PurposeFence::getRefusedSince)
                .findFirst()
                .orElseThrow();
    }

    private static Map<Purpose, Long> fences(ConsentState state) {
        return state.getFencesList().stream()
                .collect(Collectors.toMap(PurposeFence::getPurpose, PurposeFence::getVersion));
    }

    @Test
    void whoNeverSaidAnythingCanWithdrawToo() {
        String pseudonym = "p1.test." + UUID.randomUUID().toString().replace("-", "");

        withdraw(pseudonym, 1);

        read(pseudonym).body("decisions.personalization", equalTo("withdrawn"));
    }

    @Test
    void ofAnUnknownSubjectThereIsNothingInTheSameForm() {
        read(NOBODY)
                .header("ETag", "\"v0\"")
                .body("version", equalTo(0))
                .body("decisions", anEmptyMap())
                .body("gpc", equalTo(false));
    }

    @Test
    void theHistoryIsWholeAndInOrder() {
        String customer = newCustomer();
        String pseudonym = grant(customer);
        say(customer, "personalization", "deny");

        officer()
                .get("/v1/consents/" + pseudonym + "/history")
                .then()
                .statusCode(200)
                .body("entries", hasSize(2))
                .body("entries[0].state.version", equalTo(1))
                .body("entries[0].state.decisions.personalization", equalTo("grant"))
                .body("entries[1].state.decisions.personalization", equalTo("deny"))
                .body("entries[1].method", equalTo("banner"));
        officer().get("/v1/consents/" + pseudonym + "/history?after=1").then().body("entries", hasSize(1));
    }

    @Test
    void onePersonsStateCanBeReadAsItWas() {
        String customer = newCustomer();
        String pseudonym = grant(customer);
        String granted = read(pseudonym).extract().path("changedAt");
        say(customer, "personalization", "deny");

        officer()
                .get("/v1/consents/" + pseudonym + "?at=" + granted)
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("decisions.personalization", equalTo("grant"));
        officer()
                .get("/v1/consents/" + pseudonym + "?at=2020-01-01T00:00:00Z")
                .then()
                .body("version", equalTo(0));
    }

    private static void withdraw(String pseudonym, int version) {
        storefront()
                .delete("/v1/consents/" + pseudonym + "/personalization")
                .then()
                .statusCode(202)
                .body("version", equalTo(version))
                .body("status", equalTo("propagating"))
                .body("statusUrl", equalTo("/v1/consents/" + pseudonym + "/withdrawals/" + version))
                .header("Location", endsWith("/v1/consents/" + pseudonym + "/withdrawals/" + version));
    }
}
