package dev.aisle.recommender.assistance.understanding;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class ExamplesIT {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static RequestSpecification marketer() {
        return given().auth().oauth2(TestTokens.withRoles(Role.MARKETER)).contentType("application/json");
    }

    private static String intentOf(String text) {
        return marketer()
                .body(Map.of("text", text))
                .post("/v1/assistant/understanding")
                .then()
                .statusCode(200)
                .extract()
                .path("intent");
    }

    private static String version() {
        return marketer().get("/v1/assistant/understanding").path("models.find { it.locale == 'en' }.version");
    }

    private static int ownExamples() {
        return marketer().get("/v1/assistant/understanding").path("models.find { it.locale == 'en' }.ownExamples");
    }

    @Test
    void aShopsOwnWordsAreLearnedAndForgottenAgain() {
        String shipped = version();
        String before = intentOf("my zorbel is wonky");
        for (int number = 0; number < 6; number++) {
            marketer()
                    .body(Map.of(
                            "text",
                                    List.of(
                                                    "zorbel",
                                                    "my zorbel",
                                                    "a wonky zorbel",
                                                    "zorbel is wonky",
                                                    "zorbel trouble",
                                                    "this zorbel")
                                            .get(number),
                            "locale", "en",
                            "intent", "comparison"))
                    .put("/v1/assistant/examples/own-zorbel-" + number)
                    .then()
                    .statusCode(201);
        }
        marketer()
                .body(Map.of("text", "zorbel again", "locale", "en", "intent", "comparison"))
                .put("/v1/assistant/examples/own-zorbel-0")
                .then()
                .statusCode(200)
                .body("text", equalTo("zorbel again"));

        await("a model that learned all six, not the first few of them")
                .atMost(LONGEST)
                .until(ExamplesIT::ownExamples, number -> number == 6);

        assertThat(before).isNotEqualTo("comparison");
        assertThat(intentOf("my zorbel is wonky")).isEqualTo("comparison");
        assertThat(version()).isNotEqualTo(shipped);
        marketer().get("/v1/assistant/examples").then().body("examples.id", hasItems("own-zorbel-0", "own-zorbel-5"));
        for (int number = 0; number < 6; number++) {
            marketer()
                    .delete("/v1/assistant/examples/own-zorbel-" + number)
                    .then()
                    .statusCode(204);
        }
        marketer().delete("/v1/assistant/examples/own-zorbel-0").then().statusCode(404);
        await().atMost(LONGEST).until(ExamplesIT::version, shipped::equals);
        assertThat(intentOf("my zorbel is wonky")).isEqualTo(before);
        marketer().get("/v1/assistant/examples").then().body("examples.id", not(hasItem(startsWith("own-zorbel"))));
    }

    @Test
    void theTableShowsWhichIntentsAreConfused() {
        marketer()
                .get("/v1/assistant/understanding")
                .then()
                .statusCode(200)
                .body("models.locale", equalTo(List.of("en", "zh")))
                .body("models[0].intents", hasSize(13))
                .body("models[0].confusion", hasSize(13))
                .body("models[0].confusion[0]", hasSize(13));
        String csv = marketer()
                .accept("*/*")
                .get("/v1/assistant/understanding?format=csv")
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("text/csv"))
                .extract()
                .asString();
        assertThat(csv.lines().filter(line -> line.startsWith("zh,"))).hasSize(13);
        assertThat(csv.lines().findFirst())
                .hasValueSatisfying(head -> assertThat(head).startsWith("locale,version,intent,examples,f1,as_"));
        String svg = marketer()
                .accept("*/*")
                .get("/v1/assistant/understanding?format=svg&locale=zh")
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("image/svg+xml"))
                .extract()
                .asString();
        assertThat(svg).startsWith("<svg ").contains("order_status", "are on the diagonal");
        marketer()
                .accept("*/*")
                .get("/v1/assistant/understanding?format=svg&locale=fr")
                .then()
                .statusCode(400);
        marketer()
                .get("/v1/assistant/understanding?format=xml")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("format"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\":\"\",\"locale\":\"en\",\"intent\":\"return\"}|text",
                "{\"text\":\"😀\",\"locale\":\"en\",\"intent\":\"return\"}|text",
                "{\"text\":\"a\\u0000b\",\"locale\":\"en\",\"intent\":\"return\"}|text",
                "{\"text\":\"a\",\"locale\":\"fr\",\"intent\":\"return\"}|locale",
                "{\"text\":\"a\",\"locale\":\"en\",\"intent\":\"fly\"}|intent",
                "{\"text\":\"a\",\"locale\":\"en\"}|intent",
            })
    void whatIsWrongWithAnExampleIsNamed(String body, String field) {
        marketer()
                .body(body)
                .put("/v1/assistant/examples/own-bad")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo(field));
    }

    @Test
    void tooLongTextsAndOddIdsAreRefused() {
        Map<String, String> good = Map.of("text", "a", "locale", "en", "intent", "return");
        marketer().body(good).put("/v1/assistant/examples/a%20b").then().statusCode(400);
        marketer()
                .body(Map.of("text", "a".repeat(501), "locale", "en", "intent", "return"))
                .put("/v1/assistant/examples/own-long")
                .then()
                .statusCode(400);
        marketer()
                .body(Map.of("text", "a".repeat(50_001)))
                .post("/v1/assistant/understanding")
                .then()
                .statusCode(400);
        marketer().body("{}").post("/v1/assistant/understanding").then().statusCode(400);
    }
}
