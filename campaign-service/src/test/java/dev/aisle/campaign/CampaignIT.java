package dev.aisle.campaign;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class CampaignIT {
    @Test
    void theShippedCampaignsAreThere() {
        read("/v1/campaigns")
                .statusCode(200)
                .body(
                        "campaigns.findAll { it.id in ['cross-sell', 'welcome'] }.kind",
                        contains("cross_sell", "welcome"))
                .body("campaigns.find { it.id == 'welcome' }.state", equalTo("running"));
    }

    @Test
    void aCampaignIsReadInFull() {
        read("/v1/campaigns/welcome")
                .statusCode(200)
                .header("ETag", equalTo("\"r2\""))
                .body("state", equalTo("running"))
                .body("version.number", equalTo(1))
                .body("version.stage", equalTo("approved"))
                .body("version.definition.audience", equalTo("new-visitor"))
                .body("version.definition.placements", hasItem("home"))
                .body("version.definition.caps.perPerson.times", equalTo(3))
                .body("version.definition.caps.perPerson.window", equalTo("P7D"))
                .body("version.definition.variations.id", contains("discount", "gift"))
                .body("version.definition.variations[0].content.zh.title", equalTo("欢迎光临！首单九折"));
    }

    @Test
    void anUnknownCampaignIsNotFound() {
        read("/v1/campaigns/nothing").statusCode(404).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "a%20b"})
    void anIdThatIsNoneIsNamed(String id) {
        read("/v1/campaigns/" + id).statusCode(400).body("errors[0].field", equalTo("id"));
    }

    private static ValidatableResponse read(String path) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(TestTokens.withRoles(Role.MARKETER))
                .get(path)
                .then();
    }
}
