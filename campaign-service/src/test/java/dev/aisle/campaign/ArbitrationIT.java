package dev.aisle.campaign;

import static dev.aisle.campaign.Storefront.asks;
import static dev.aisle.campaign.Storefront.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Campaigns compete for a placement, and what was decided can be explained. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class ArbitrationIT {
    private static final String ANNA = "anna";
    private static final String BO = "bo";

    @Inject
    ConsentView consents;

    private final String placement = "arb-" + UUID.randomUUID();
    private final String rich = "rich-" + UUID.randomUUID();
    private final String poor = "poor-" + UUID.randomUUID();

    @Test
    void theOneThatBringsMoreIsGivenUntilItsTotalIsReachedAndEachDecisionSaysWhy() {
        runs(rich, "\"value\": {\"amount\": 20, \"currency\": \"EUR\"}, \"caps\": {\"total\": 2}, \"priority\": 1");
        runs(poor, "\"value\": {\"amount\": 5, \"currency\": \"EUR\"}, \"priority\": 99");
        Shopper shopper = consenting();

        String first = decided(shopper, rich);
        decided(shopper, rich);
        String third = decided(shopper, poor);

        explains(first, "en")
                .body("campaign", equalTo(rich))
                .body("summary", containsString("expected incremental value of 0.20 EUR, by the prior"))
                .body("others.campaign", contains(poor + "@1"))
                .body("others.rule", contains("value"))
                .body("others[0].expected", equalTo("0.05 EUR"))
                .body("others[0].text", containsString("expected to bring less"))
                .body("versions.consent", equalTo(1))
                .body("versions.model", equalTo("m7"));
        explains(third, "en")
                .body("campaign", equalTo(poor))
                .body("others.campaign", contains(rich + "@1"))
                .body("others.rule", contains("cap-total"));
        explains(third, "zh-CN").body("others[0].text", containsString("总次数上限"));
        why(rich, shopper)
                .body("gets", equalTo(false))
                .body("winner", equalTo(poor + "@1"))
                .body("hindrances.rule", contains("cap-total"))
                .body("hindrances[0].change", containsString("higher cap"))
                .body("lately.reference", hasItem(third))
                .body("lately[0].text", containsString("as often as it may be altogether"))
                .body("lately[1].text", equalTo(rich + "@1 was shown."));
        why(poor, shopper).body("gets", equalTo(true)).body("hindrances", empty());
    }

    @Test
    void concurrentDecisionsNeverSpendMoreThanTheBudget() throws Exception {
        runs(
                rich,
                "\"budget\": {\"amount\": 3.99, \"currency\": \"EUR\"}, \"cost\": {\"amount\": 1, \"currency\": \"EUR\"}");
        Shopper[] shoppers = Stream.generate(this::consenting).limit(3).toArray(Shopper[]::new);
        List<Callable<String>> requests = Stream.iterate(0, one -> one + 1)
                .limit(15)
                .map(one -> (Callable<String>) () -> asks(placement, shoppers[one % 3])
                        .statusCode(200)
                        .extract()
                        .path("campaign.id"))
                .toList();

        try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
            List<Future<String>> given = threads.invokeAll(requests);

            assertThat(given).extracting(Future::get).filteredOn(rich::equals).hasSize(3);
        }
        why(rich, shoppers[0]).body("hindrances.rule", contains("budget"));
    }

    @Test
    void everyRuleThatStopsItIsToldWithItsDatum() {
        saved(rich, """
                "audience": {"all": ["loyal", {"not": {"orders": {"atMost": 3}}}]}, "eligibility": {"orders": "some"}""");

        why(rich, consenting())
                .body("state", equalTo("draft"))
                .body("gets", equalTo(false))
                .body("hindrances.rule", contains("state", "audience", "orders"))
                .body("hindrances[1].text", containsString("isn't in the segment loyal"))
                .body("hindrances[1].text", containsString("has ordered 0–3 times, which is left out"))
                .body("lately", empty());
    }

    @Test
    void ofSomebodyWhoAllowsNothingNothingIsLookedAt() {
        runs(rich, "\"priority\": 1");

        why(rich, Shopper.unknown())
                .body("hindrances.rule", contains("consent"))
                .body("winner", nullValue())
                .body("lately", empty());
    }

    @Test
    void aQuestionThatIsNoneIsRefusedWithItsField() {
        runs(rich, "\"priority\": 1");
        CampaignApi.as(ANNA)
                .contentType(ContentType.JSON)
                .body("{\"subject\":\"anna@example.com\"}")
                .post("/v1/campaigns/" + rich + "/why")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("subject"));
        asked("nobody-has-this", consenting()).statusCode(404);
        given().auth()
                .oauth2(TestTokens.withRoles(Role.ANALYST))
                .get("/v1/decisions/nobody-has-this/explanation")
                .then()
                .statusCode(404);
    }

    @Test
    void withTheConsentTheTraceGoesAndWhatWasShownStays() {
        runs(rich, "\"priority\": 1");
        Shopper shopper = consenting();
        String id = decided(shopper, rich);
        explains(id, "en").body("versions", notNullValue());

        shopper.consents(2, ConsentStatus.DENIED);

        eventually()
                .untilAsserted(() -> explains(id, "en")
                        .body("versions", nullValue())
                        .body("others", empty())
                        .body("campaign", equalTo(rich)));
    }

    private String decided(Shopper shopper, String campaign) {
        return asks(placement, shopper)
                .statusCode(200)
                .body("campaign.id", equalTo(campaign))
                .extract()
                .path("decisionId");
    }

    private void runs(String id, String rest) {
        CampaignApi api = saved(id, rest);
        api.step(ANNA, "submit").statusCode(200);
        api.step(BO, "approve").statusCode(200);
    }

    private CampaignApi saved(String id, String rest) {
        CampaignApi api = new CampaignApi(id);
        String definition = """
                {"name": "Spring", "kind": "coupon", "placements": ["%s"], "holdout": 0, %s,
                 "variations": [{"id": "only", "content": {"en": {"title": "Tea", "body": "There"}}}]}
                """.formatted(placement, rest);
        api.save(ANNA, definition, null).statusCode(201);
        return api;
    }

    private Shopper consenting() {
        Shopper shopper = Shopper.unknown().consents(1, ConsentStatus.GRANTED);
        eventually().until(() -> consents.allows(shopper.pseudonym(), Purpose.PERSONALIZATION));
        return shopper;
    }

    private static ValidatableResponse explains(String id, String locale) {
        return given().auth()
                .oauth2(TestTokens.withRoles(Role.ANALYST))
                .get("/v1/decisions/" + id + "/explanation?locale=" + locale)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"));
    }

    private static ValidatableResponse why(String campaign, Shopper shopper) {
        return asked(campaign, shopper).statusCode(200);
    }

    private static ValidatableResponse asked(String campaign, Shopper shopper) {
        return CampaignApi.as(ANNA)
                .contentType(ContentType.JSON)
                .body("{\"subject\":\"" + shopper.pseudonym() + "\"}")
                .post("/v1/campaigns/" + campaign + "/why")
                .then();
    }
}
