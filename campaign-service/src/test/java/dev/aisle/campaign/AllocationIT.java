package dev.aisle.campaign;

import static dev.aisle.campaign.Storefront.asks;
import static dev.aisle.campaign.Storefront.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.segments.v1.SegmentChange.Direction;
import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A budget that pays for twenty of twenty-two people. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class AllocationIT {
    @Inject
    AgroalDataSource database;

    @Inject
    Grants grants;

    private final String id = "alloc-" + UUID.randomUUID();
    private final CampaignApi api = new CampaignApi(id);

    @Test
    void theBudgetIsAllocatedOverTheAudienceAndDecisionsKeepToIt() throws SQLException {
        String segment = "fans-" + UUID.randomUUID();
        List<Shopper> shoppers = Stream.generate(Shopper::unknown).limit(150).toList();
        shoppers.forEach(shopper -> {
            shopper.consents(1, ConsentStatus.GRANTED);
            shopper.moves(segment, Direction.ENTERED, 1);
        });
        grants.await(shoppers, 1);
        String dear = code(500);
        String cheap = code(250);
        // The prior uplift is the same for both, so the cheaper one brings more: 0.02 × 2.50 a person, and 1.00 pays
        // for twenty.
        String anna = "anna-" + id;
        api.save(anna, """
                        {"name": "Spring", "kind": "coupon", "placements": ["%s"], "holdout": 0, "audience": "%s",
                         "assignment": "allocated", "value": {"amount": 100, "currency": "EUR"},
                         "budget": {"amount": 1, "currency": "EUR"},
                         "variations": [
                           {"id": "dear", "weight": 0.5, "coupon": "%s", "content": {"en": {"title": "Tea", "body": "There"}}},
                           {"id": "cheap", "weight": 0.5, "coupon": "%s", "content": {"en": {"title": "Tea", "body": "There"}}}]}
                        """.formatted(id, segment, dear, cheap), null).statusCode(201);
        eventually().untilAsserted(() -> {
            allocates("\"" + segment + "\"");
            assertThat(allocated()).isEqualTo(20);
        });
        // Some of the audience may still be on their way.
        eventually().untilAsserted(() -> api.step(anna, "submit").statusCode(200));
        api.step("bo", "approve").statusCode(200);

        allocates("\"" + segment + "\"").body("byVariation.cheap", nullValue());
        assertThat(allocated()).isEqualTo(20);

        List<String> given = new ArrayList<>();
        shoppers.forEach(
                shopper -> given.add(asks(id, shopper).statusCode(200).extract().path("variation")));
        assertThat(given).filteredOn("cheap"::equals).hasSize(20);
        assertThat(given).filteredOn(one -> one == null).hasSize(130);
        Shopper without = shoppers.get(given.indexOf(null));
        CampaignApi.as("anna")
                .contentType(ContentType.JSON)
                .body("{\"subject\":\"" + without.pseudonym() + "\"}")
                .post("/v1/campaigns/" + id + "/why")
                .then()
                .body("hindrances.rule", hasItem("allocation"));
    }

    @Test
    void aCampaignOfChanceIsNotAllocated() {
        api.save("anna", api.definition("One"), null).statusCode(201);

        post("").statusCode(422).body("errors[0].field", equalTo("/assignment"));
        CampaignApi.as("anna")
                .get("/v1/campaigns/" + id + "/allocations")
                .then()
                .statusCode(404);
    }

    private long allocated() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select count(*) from coupon_allocation where campaign_id = ? and variation = 'cheap'")) {
            select.setString(1, id);
            var rows = select.executeQuery();
            rows.next();
            return rows.getLong(1);
        }
    }

    private ValidatableResponse allocates(String groups) {
        return post(groups).statusCode(201);
    }

    private ValidatableResponse post(String groups) {
        return CampaignApi.as("anna")
                .contentType(ContentType.JSON)
                .body("{\"groups\":[" + groups + "]}")
                .post("/v1/campaigns/" + id + "/allocations")
                .then();
    }

    private static String code(int amount) {
        String coupon = "c" + UUID.randomUUID();
        given().auth()
                .oauth2(TestTokens.withRoles(Role.MARKETER))
                .contentType(ContentType.JSON)
                .body("""
                        {"id":"%s","codes":"SHARED","currency":"EUR","benefit":{"kind":"AMOUNT","amount":%d},"limits":{"budget":100000}}
                        """.formatted(coupon, amount))
                .post("/v1/coupons")
                .then()
                .statusCode(201);
        return given().auth()
                .oauth2(TestTokens.withRoles(Role.MARKETER))
                .contentType(ContentType.JSON)
                .body("{\"count\":1}")
                .post("/v1/coupons/" + coupon + "/codes")
                .then()
                .statusCode(201)
                .extract()
                .path("codes[0]");
    }
}
