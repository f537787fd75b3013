package dev.aisle.recommender.assistance.knowledge;

import static dev.aisle.recommender.assistance.knowledge.Articles.search;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class ArticleImportIT {
    private static final String TWO = """
            ---
            id: imported-quokka
            locale: en
            tags: [quokka, zoo]
            validFrom: 2026-01-01
            ---
            # Feeding quokkas
            They eat leaves.

            ---

            Not bread.
            ---
            locale: zh
            id: imported-quokka
            title: 喂短尾矮袋鼠
            ---
            它们吃树叶。
            """;

    private static ValidatableResponse take(String text, String type, String query) {
        return given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig().defaultContentCharset(StandardCharsets.UTF_8)))
                .auth()
                .oauth2(TestTokens.withRoles(Role.MARKETER))
                .contentType(type)
                .body(text)
                .post("/v1/articles/import?" + query)
                .then();
    }

    @Test
    void markdownGoesInAndTheSameAgainChangesNothing() {
        take(TWO, "text/markdown", "dryRun=true&state=approved")
                .statusCode(200)
                .body("stored", equalTo(false))
                .body("created", equalTo(2));
        take(TWO, "text/markdown", "state=draft").statusCode(200).body("created", equalTo(2));
        take(TWO, "text/markdown", "state=approved").body("approved", equalTo(2));
        take(TWO, "text/markdown", "state=approved")
                .body("unchanged", equalTo(2))
                .body("changes.size()", equalTo(0));
        take(TWO.replace("leaves", "grass"), "text/markdown", "state=approved")
                .body("changed", equalTo(1))
                .body("changes[0].version", equalTo(2));
        search("feeding quokkas", "en", "words")
                .then()
                .body("passages[0].text", equalTo("They eat grass.\nNot bread."));
    }

    @Test
    void aRowThatIsWrongIsNamedAndTheOthersGoIn() {
        String table = """
                id,locale,title,body,tags
                row-good,en,Narwhals,"A narwhal
                has a tusk.",sea|ice
                Row Bad,en,T,B,
                row-long,fr,T,B,
                row-good,en,T,Again,
                """;

        take(table, "text/csv", "state=approved")
                .statusCode(200)
                .body("created", equalTo(1))
                .body("rejected", equalTo(3))
                .body("errors.line", equalTo(List.of(4, 5, 6)))
                .body("errors.field", equalTo(List.of("id", "locale", "id")));
        take("id,text\na,b\n", "text/csv", "state=draft")
                .body("errors[0].message", containsString("missing: body, locale"))
                .body("rejected", equalTo(1));
    }

    @Test
    void howPeopleAskIsImportedFoundByAndNeverShown() {
        String article = """
                ---
                id: imported-tapir
                locale: en
                asks:
                  - Which beast has a bendy snout?
                  - "Which beast has a bendy snout?"
                ---
                # Tapirs
                They swim.
                """;
        take(article, "text/markdown", "state=approved").statusCode(200).body("created", equalTo(1));
        Articles.read("imported-tapir", "en")
                .then()
                .body("newest.asks", equalTo(List.of("Which beast has a bendy snout?")));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> search("the beast that has a bendy snout", "en", "both")
                        .then()
                        .body("passages[0].article", equalTo("imported-tapir"))
                        .body("passages[0].text", equalTo("They swim.")));
        search("the beast that has a bendy snout", "en", "words")
                .then()
                .body("passages.article", not(hasItem("imported-tapir")));

        take("id,locale,title,body,asks\nimported-tapir,en,Tapirs,They swim.,a|b\n", "text/csv", "state=approved")
                .body("changed", equalTo(1));
        Articles.read("imported-tapir", "en").then().body("newest.asks", equalTo(List.of("a", "b")));
        take(article.replace("Which", "w".repeat(300)), "text/markdown", "dryRun=true")
                .body("errors.field", equalTo(List.of("asks")))
                .body("errors.line", equalTo(List.of(4)));
    }

    @Test
    void aFieldThatIsWrongIsNamedWithItsLine() {
        String wrong = TWO.replace("2026-01-01", "soon").replace("title:", "titel:");

        take(wrong, "text/markdown", "dryRun=true")
                .body("rejected", equalTo(2))
                .body("errors.line", equalTo(List.of(5, 13, 16)))
                .body("errors.field", equalTo(List.of("validFrom", "title", "titel")));
        take("no front matter", "text/markdown", "state=draft").body("errors[0].field", equalTo("front matter"));
        take("---\nid: [a\n---\nx", "text/markdown", "state=draft").body("errors[0].field", equalTo("front matter"));
        take("", "text/markdown", "state=draft").statusCode(400);
        take(TWO, "text/markdown", "state=served").statusCode(400);
    }
}
