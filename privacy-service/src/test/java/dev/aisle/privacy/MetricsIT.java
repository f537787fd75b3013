package dev.aisle.privacy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.testing.MetricsPage;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class MetricsIT {
    private static final String PLANTED = "planted.Gk7@example.org";

    @Test
    void thePageIsWhatTheTablePromisesAndNamesNobody() {
        given().get("/v1/consents/" + PLANTED);
        given().get("/no-such-route/" + PLANTED + "?email=" + PLANTED);
        given().get("/v1/no-such-route/" + PLANTED);
        given().auth().oauth2(PLANTED).get("/v1/subjects/" + PLANTED + "/export");
        given().request("PLANTED", "/v1/no-such-route");

        MetricsPage page =
                MetricsPage.of(given().accept("text/plain").get("/q/metrics").asString());

        page.keeps("privacy-service");
        page.saysNothingOf("planted", "PLANTED", "Gk7");
        assertThat(page.saidByPromtool()).isEmpty();
    }

    @Test
    void theBuildIsStampedWithItsCommitAndNotWithTheMachine() {
        String info = given().get("/q/info").then().statusCode(200).extract().asString();

        assertThat(info).contains("java").doesNotContain("\"build\"", "\"os\"");
    }
}
