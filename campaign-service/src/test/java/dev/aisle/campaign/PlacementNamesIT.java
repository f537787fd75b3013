package dev.aisle.campaign;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import dev.aisle.campaign.experiments.metrics.MetricDefinitions;
import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A placement that the shop hasn't declared is refused wherever it is named. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class PlacementNamesIT {
    private static final String MEANT = "is no placement of this shop. Did you mean home? Known are ";
    private static final String FIX = "Did you mean home? Known are ";
    private static final String SOMEBODY = "p1.k1." + "a".repeat(32);

    @Inject
    MetricDefinitions metrics;

    private final String id = "names-" + UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(strings = {"decisions", "ads"})
    void aPageThatAsksByAnotherNameIsToldTheNearestAndHowToAddOne(String asked) {
        Map<String, String> body = asked.equals("ads") ? Map.of("currency", "EUR") : Map.of("subject", SOMEBODY);

        refused(
                        as(Role.STOREFRONT)
                                .body(body)
                                .post("/v1/placements/hoem/" + asked)
                                .then(),
                        "placement")
                .body("errors[0].message", startsWith(MEANT))
                .body("errors[0].message", endsWith(" An operator adds one to aisle.placements."));
    }

    @Test
    void aCampaignForItIsNotSaved() {
        CampaignApi campaign = new CampaignApi(id);
        String definition = campaign.definition("Hello").replace("[\"" + id, "[\"home\", \"hoem");

        refused(campaign.save("anna", definition, null), "/placements/1")
                .body("errors[0].message", equalTo("The shop has no placement of this name."))
                .body("errors[0].fix", startsWith(FIX));
        campaign.reads("").statusCode(404);
    }

    @Test
    void anAdForItIsNotMade() {
        Map<String, Object> ad = Map.of(
                "id",
                id.substring(0, 30),
                "advertiser",
                "tea-ltd",
                "productId",
                "tea",
                "title",
                "Tea",
                "bid",
                10,
                "placements",
                List.of("home", "hoem"),
                "keywords",
                List.of("tea"));

        refused(as(Role.MARKETER).body(ad).post("/v1/ads").then(), "placements")
                .body("errors[0].message", startsWith("has one that " + MEANT));
    }

    @Test
    void aFlagOrAnExperimentForItsRankingIsNotSaved() {
        String experiment = new ExperimentApi(id, metrics.ids().iterator().next())
                .definition("")
                .replace("\"" + id + "\"", "\"ranking-hoem\"")
                .replace("\"green\"", "{}")
                .replace("\"value\": \"blue\"", "\"value\": {}");

        refused(
                        as(Role.ANALYST)
                                .body("{\"default\": {}}")
                                .put("/v1/flags/ranking-hoem")
                                .then(),
                        "key")
                .body("errors[0].message", containsString(FIX));
        refused(as(Role.ANALYST).body(experiment).put("/v1/experiments/" + id).then(), "/flag")
                .body("errors[0].message", containsString(FIX));
    }

    @Test
    void whySomebodyDoesNotGetACampaignThereIsNotAsked() {
        Map<String, String> asked = Map.of("subject", SOMEBODY, "placement", "hoem");

        refused(as(Role.MARKETER).body(asked).post("/v1/campaigns/welcome/why").then(), "placement")
                .body("errors[0].message", startsWith(MEANT));
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(TestTokens.withRoles(role)).contentType("application/json");
    }

    private static ValidatableResponse refused(ValidatableResponse answer, String field) {
        return answer.statusCode(400)
                .contentType("application/problem+json")
                .body("errors", hasSize(1))
                .body("errors[0].field", equalTo(field));
    }
}
