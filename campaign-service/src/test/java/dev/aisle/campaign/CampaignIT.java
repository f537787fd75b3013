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
                .body("campaigns.id", contains("cross-sell", "welcome"))
                .body("campaigns.kind", contains("cross_sell", "welcome"));
    }

    @Test
    void aCampaignIsReadInFull() {
        read("/v1/campaigns/welcome")
                .statusCode(200)
                .body("version", equalTo(1))
                .body("status", equalTo("active"))
                .body("audience", equalTo("new-visitor"))
                .body("placements", hasItem("home"))
                .body("frequencyCap.times", equalTo(3))
                .body("frequencyCap.window", equalTo("PT168H"))
                .body("variations.id", contains("discount", "gift"))
                .body("variations[0].content.zh.title", equalTo("欢迎光临！首单九折"));
    }

    @Test
    void anUnknownCampaignIsNotFound() {
        read("/v1/campaigns/nothing").statusCode(404).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%00b", "A", "a%20b"})
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
