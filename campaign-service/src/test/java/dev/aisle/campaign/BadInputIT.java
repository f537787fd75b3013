package dev.aisle.campaign;

import static dev.aisle.campaign.Storefront.asks;
import static dev.aisle.campaign.Storefront.body;
import static dev.aisle.campaign.Storefront.sends;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class BadInputIT {
    private static final String SOMEBODY = Shopper.unknown().pseudonym();

    @TestHTTPResource("/v1/placements/home/decisions")
    URL home;

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{", "[]", "7", "\"text\"", "{\"subject\":}", "not json", "\u0000"})
    void whatIsNoRequestIsMalformed(String raw) {
        sends("home", raw).statusCode(400).contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "subject; {}",
                "subject; {\"subject\":null}",
                "subject; {\"subject\":\"anna@example.com\"}",
                "subject; {\"subject\":{\"id\":1}}",
                "contextItems; {\"subject\":\"SOMEBODY\",\"contextItems\":{\"a\":1}}",
                "contextItems; {\"subject\":\"SOMEBODY\",\"contextItems\":\"milk\"}",
                "contextItems; {\"subject\":\"SOMEBODY\",\"contextItems\":[null]}",
                "contextItems; {\"subject\":\"SOMEBODY\",\"contextItems\":[\"\"]}",
                "contextItems; {\"subject\":\"SOMEBODY\",\"contextItems\":[[\"milk\"]]}",
                "cart; {\"subject\":\"SOMEBODY\",\"cart\":[\"a\\u0000b\"]}",
                "locale; {\"subject\":\"SOMEBODY\",\"locale\":\"e\\u0000n\"}",
                "locale; {\"subject\":\"SOMEBODY\",\"locale\":[]}",
                "decisionId; {\"subject\":\"SOMEBODY\",\"decisionId\":\"a b\"}"
            })
    void aWrongFieldIsNamed(String field, String raw) {
        sends("home", raw.replace("SOMEBODY", SOMEBODY))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", startsWith(field));
    }

    @Test
    void moreThanAHundredItemsAreRefused() {
        Map<String, Object> body = body(new Shopper(SOMEBODY));
        body.put("contextItems", Collections.nCopies(100, "milk"));
        asks("home", body).statusCode(200);

        body.put("contextItems", Collections.nCopies(101, "milk"));
        asks("home", body).statusCode(400).body("errors[0].field", equalTo("contextItems"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Home", "%20", "a%2Fb", "-x"})
    void aPlacementThatIsNoNameIsRefused(String placement) {
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .contentType("application/json")
                .body(body(new Shopper(SOMEBODY)))
                .post("/v1/placements/" + placement + "/decisions")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("placement"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"contextItems", "other"})
    void tenThousandLevelsOfNestingAreRefused(String field) throws Exception {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        String body = "{\"subject\":\"%s\",\"%s\":%s}".formatted(SOMEBODY, field, deep);
        // Not by REST-assured, which indents every body that it sends for its log.
        HttpRequest request = HttpRequest.newBuilder(home.toURI())
                .header("Authorization", "Bearer " + TestTokens.withRoles(Role.STOREFRONT))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();

        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(400);
        }
    }

    @Test
    void twoIdsThatDifferAreRefused() {
        Map<String, Object> body = body(new Shopper(SOMEBODY));
        body.put("decisionId", "one");

        given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .header("Idempotency-Key", "two")
                .contentType("application/json")
                .body(body)
                .post("/v1/placements/home/decisions")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("decisionId"));
    }

    @Test
    void anotherMediaTypeIsRefused() {
        given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .contentType("text/plain")
                .body("{}")
                .post("/v1/placements/home/decisions")
                .then()
                .statusCode(415);
    }

    @Test
    void aPlacementWithoutCampaignsHasAnAnswer() {
        asks("forms", new Shopper(SOMEBODY)).statusCode(200).body("reason.code", equalTo("no-consent"));
    }
}
