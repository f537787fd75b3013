package dev.aisle.campaign;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.testing.MetricsPage;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class MetricsIT {
    private static final String PLANTED = "planted.Gk7@example.org";

    @Test
    void thePageIsWhatTheTablePromisesAndNamesNobody() {
        given().post("/v1/placements/" + PLANTED + "/decisions");
        given().get("/no-such-route/" + PLANTED + "?email=" + PLANTED);
        given().get("/v1/no-such-route/" + PLANTED);
        given().auth().oauth2(PLANTED).get("/v1/subjects/" + PLANTED + "/export");
        given().request("PLANTED", "/v1/no-such-route");

        // A metric may come a moment after the service.
        await().untilAsserted(() -> page().keeps("campaign-service"));
        MetricsPage page = page();
        page.saysNothingOf("planted", "PLANTED", "Gk7");
        assertThat(page.saidByPromtool()).isEmpty();
    }

    private static MetricsPage page() {
        return MetricsPage.of(given().accept("text/plain").get("/q/metrics").asString());
    }

    @Test
    void theBuildIsStampedWithItsCommitAndNotWithTheMachine() {
        String info = given().get("/q/info").then().statusCode(200).extract().asString();

        assertThat(info).contains("java").doesNotContain("\"build\"", "\"os\"");
    }
}
