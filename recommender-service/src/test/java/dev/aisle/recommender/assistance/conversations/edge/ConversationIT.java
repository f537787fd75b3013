package dev.aisle.recommender.assistance.conversations.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import dev.aisle.platform.security.Role;
import dev.aisle.recommender.Written;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A conversation belongs to whoever has its token, and takes whatever a shopper writes. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class ConversationIT {
    @Test
    void itIsOpenedForAPersonGreetedInItsLanguageAndRemembersWhatWasSaid() {
        given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .contentType("application/json")
                .body(Map.of("subject", Written.person(), "locale", "zh-CN"))
                .post("/v1/conversations")
                .then()
                .statusCode(201)
                .body("language", is("zh"), "greeting", containsString("您好"), "expiresAt", notNullValue());
        Talk talk = Talk.of(null, "en");

        talk.says("How are the stars made?")
                .statusCode(201)
                .body("number", is(2), "kind", is("unsure"), "handedOver", is(false));

        talk.read()
                .statusCode(200)
                .body(
                        "messages",
                        hasSize(2),
                        "messages[0].from",
                        is("shopper"),
                        "messages[0].text",
                        is("How are the stars made?"),
                        "messages[1].from",
                        is("assistant"));
    }

    @Test
    void anotherConversationsTokenFindsNothing() {
        Talk mine = Talk.of(null, "en");
        Talk theirs = Talk.of(null, "en");
        Talk mixed = new Talk(theirs.id(), mine.token());
        Talk forged = new Talk(mine.id(), "A".repeat(64));

        mixed.read().statusCode(404);
        mixed.says("hello").statusCode(404);
        forged.read().statusCode(404);
        mixed.page().delete("/v1/conversations/" + mixed.id()).then().statusCode(404);
        mixed.page().post("/v1/conversations/" + mixed.id() + "/person").then().statusCode(404);
        given().get("/v1/conversations/" + mine.id()).then().statusCode(401);
        given().auth()
                .oauth2(TestTokens.withRoles(Role.MARKETER))
                .get("/v1/conversations/" + mine.id())
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .get("/v1/conversations/" + mine.id())
                .then()
                .statusCode(200);
    }

    @Test
    void anAnswerComesAsEventsToo() {
        Talk talk = Talk.of(null, "en");

        String events = talk.page()
                .accept("text/event-stream")
                .body(Map.of("text", "thanks, bye"))
                .post("/v1/conversations/" + talk.id() + "/messages")
                .then()
                .statusCode(200)
                .contentType("text/event-stream")
                .extract()
                .asString();

        assertThat(events).startsWith("event: understood\ndata: {").contains("\n\nevent: text\ndata: {\"delta\":");
        assertThat(events.substring(events.indexOf("event: answer")))
                .contains("\"number\":2")
                .endsWith("}\n\n");
    }

    @Test
    void whoWritesTooFastIsToldToWaitAndNobodyElseIs() {
        Talk fast = Talk.of(null, "en");
        Talk other = Talk.of(null, "en");
        int refused = 0;
        for (int i = 0; i < 40; i++) {
            refused += fast.says("hello " + i).extract().statusCode() == 429 ? 1 : 0;
        }

        assertThat(refused).isGreaterThan(10);
        // One that is allowed again may come in between.
        await().pollInterval(Duration.ofMillis(10))
                .untilAsserted(() -> fast.says("hello")
                        .statusCode(429)
                        .header("Retry-After", equalTo("1"))
                        .body("type", is("/problems/too-fast")));
        other.says("hello").statusCode(201);
    }

    @Test
    void aTextThatIsTooLongOrEmptyIsRefusedByName() {
        Talk talk = Talk.of(null, "en");

        talk.says("x".repeat(50_000))
                .statusCode(413)
                .body("errors[0].field", is("text"), "detail", containsString("4000"));
        talk.says("  \u0000 \n ").statusCode(400).body("errors[0].field", is("text"));
        talk.page()
                .body("{}")
                .post("/v1/conversations/" + talk.id() + "/messages")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "😀😀😀",
                "Где мой заказ?",
                "أين طلبي؟",
                "<script>alert(1)</script><img src=x onerror=alert(1)>",
                "where\u0000is\u0007my order",
                "'; drop table conversation; --",
                "{{7*7}} ${jndi:ldap://x}"
            })
    void whateverIsWrittenIsAnswered(String text) {
        Talk talk = Talk.of(null, "en");

        talk.says(text)
                .statusCode(201)
                .body("text.length()", greaterThan(10))
                .body("text", org.hamcrest.Matchers.not(containsString("<")));
    }

    @Test
    void aShopperTakesItAllAway() {
        Talk talk = Talk.of(null, "en");
        talk.says("hello").statusCode(201);

        talk.page().delete("/v1/conversations/" + talk.id()).then().statusCode(204);

        talk.read().statusCode(404);
        talk.says("hello").statusCode(404);
    }

    @Test
    void aClosedConversationTakesNoMoreMessages() {
        Talk talk = Talk.of(null, "en");
        given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .post("/v1/conversations/" + talk.id() + "/closure")
                .then()
                .statusCode(204);

        talk.says("hello").statusCode(409).body("type", is("/problems/conversation-closed"));
        talk.read().statusCode(200).body("closed", is(true));
    }

    @Test
    void onlyTheShopsPagesMayAskFromElsewhere() {
        Talk talk = Talk.of(null, "en");

        given().header("Origin", "https://shop.test")
                .header("Access-Control-Request-Method", "POST")
                .options("/v1/conversations/" + talk.id() + "/messages")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "https://shop.test")
                .header("Access-Control-Allow-Headers", containsString("Aisle-Conversation"));
        String foreign = talk.page()
                .header("Origin", "https://evil.test")
                .get("/v1/conversations/" + talk.id())
                .then()
                .extract()
                .header("Access-Control-Allow-Origin");
        assertThat(foreign).isNull();
    }
}
