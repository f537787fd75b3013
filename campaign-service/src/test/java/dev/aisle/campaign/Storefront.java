package dev.aisle.campaign;

import static io.restassured.RestAssured.given;

import dev.aisle.platform.security.Role;
import dev.aisle.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** A shop's gateway that asks what to show. */
final class Storefront {
    private Storefront() {}

    static ValidatableResponse asks(String placement, Shopper shopper, String... contextItems) {
        return asks(placement, body(shopper, contextItems));
    }

    static ValidatableResponse asks(String placement, Map<String, ?> body) {
        return given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .contentType(ContentType.JSON)
                .body(body)
                .when()
                .post("/v1/placements/" + placement + "/decisions")
                .then();
    }

    static ValidatableResponse sends(String placement, String raw) {
        return given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .contentType(ContentType.JSON)
                .body(raw)
                .when()
                .post("/v1/placements/" + placement + "/decisions")
                .then();
    }

    /** Waits for what Kafka brings. */
    static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(40));
    }

    static Map<String, Object> body(Shopper shopper, String... contextItems) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("subject", shopper.pseudonym());
        body.put("contextItems", List.of(contextItems));
        return body;
    }
}
