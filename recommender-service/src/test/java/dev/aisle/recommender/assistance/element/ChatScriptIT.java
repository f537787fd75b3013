package dev.aisle.recommender.assistance.element;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** The script as a page gets it; what it does in a browser is looked at in e2e. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class ChatScriptIT {
    @Test
    void everyPageGetsItAndAsksAgainWithItsTag() {
        Response script = given().header("Origin", "https://any.example").get("/chat.js");

        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.contentType()).startsWith("text/javascript").containsIgnoringCase("utf-8");
        assertThat(script.header("Cache-Control")).contains("public", "max-age=300");
        assertThat(script.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(script.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(given().header("If-None-Match", script.header("ETag"))
                        .get("/chat.js")
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void nothingInItWritesMarkupOrRunsAText() {
        String script = given().get("/chat.js").asString();

        assertThat(script)
                .startsWith("(() => {")
                .contains("customElements.define('aisle-chat'", "在线客服", "dialog[open]")
                .doesNotContain(
                        "innerHTML",
                        "outerHTML",
                        "insertAdjacentHTML",
                        "document.write",
                        "eval(",
                        "new Function",
                        "srcdoc");
    }
}
