package dev.aisle.recommender.assistance.reviews;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class ReviewsIT {
    private static final String PATH = "/v1/products/reviewed-1/reviews/";

    private static RequestSpecification shop() {
        return given().auth().oauth2(TestTokens.withRoles(Role.STOREFRONT)).contentType("application/json");
    }

    private static ValidatableResponse put(String id, Map<String, ?> review) {
        return shop().body(review).put(PATH + id).then();
    }

    @Test
    void reviewsAreSummedUpByAspectAndOneThatIsTakenAwayNoLongerCounts() {
        for (int n = 1; n <= 3; n++) {
            put(
                            "r" + n,
                            Map.of(
                                    "text",
                                    "The quality is great.",
                                    "locale",
                                    "en",
                                    "stars",
                                    5,
                                    "at",
                                    "2026-11-0" + n + "T00:00:00Z"))
                    .statusCode(204);
        }
        shop().get(PATH + "summary")
                .then()
                .statusCode(200)
                .body("reviews", equalTo(3))
                .body("meanStars", equalTo(5.0f))
                .body("aspects[0].aspect", equalTo("quality"))
                .body("aspects[0].good", equalTo(1.0f))
                .body("aspects[0].sentences", equalTo(List.of("The quality is great.")));

        shop().delete(PATH + "r3").then().statusCode(204);
        shop().delete(PATH + "r3").then().statusCode(404);
        shop().get(PATH + "summary").then().body("reviews", equalTo(2)).body("aspects.size()", equalTo(0));
    }

    @Test
    void whatIsWrongIsNamed() {
        put("bad", Map.of("text", " ", "locale", "fr", "stars", 6, "at", "yesterday"))
                .statusCode(400)
                .body("errors.field", equalTo(List.of("text", "locale", "stars", "at")));
        put("bad", Map.of("text", "a\0b", "locale", "en", "at", "2026-11-01T00:00:00Z"))
                .statusCode(400);
        shop().body("null").put(PATH + "bad").then().statusCode(400);
    }

    @Test
    void aTableGoesInAndARowThatIsWrongIsNamed() {
        String table = """
                product,id,locale,text,stars,at
                reviewed-2,a,zh,"质量很好",5,2026-11-01T00:00:00Z
                reviewed-2,b,zh,,5,2026-11-01T00:00:00Z
                reviewed-2,c,zh,一般,,2026-11-01T00:00:00+08:00
                """;

        shop().contentType("text/csv; charset=UTF-8")
                .body(table)
                .post("/v1/reviews/import")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("rejected", equalTo(1))
                .body("errors[0].line", equalTo(3))
                .body("errors[0].field", equalTo("text"));
        shop().get("/v1/products/reviewed-2/reviews/summary?locale=zh").then().body("reviews", equalTo(2));
        shop().contentType("text/csv")
                .body("")
                .post("/v1/reviews/import")
                .then()
                .statusCode(400);
    }
}
