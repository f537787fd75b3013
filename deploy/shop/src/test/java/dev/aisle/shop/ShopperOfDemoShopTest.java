package dev.aisle.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.shop.gateway.Reply;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the shop does for one shopper: log-in, choices, requests, the assistant's questions about orders. */
class ShopperOfDemoShopTest extends ShopBesidePlayedServices {
    @Test
    void whoLogsInIsLinkedToTheBrowserAndWhoLogsOutIsNobodyAnyMore() throws Exception {
        String cookie = loggedIn("li");

        assertThat(asked)
                .anyMatch(call -> call.contains("identify") && call.contains("c00047") && call.contains("shop-"));
        assertThat(get("/en/", cookie).body()).contains("李伟");
        String next = cookie(form("/en/sign-in", "shopper=", cookie));
        assertThat(next).startsWith("visit=").isNotEqualTo(cookie);
        assertThat(get("/en/", next).body()).doesNotContain("李伟");
        assertThat(get("/en/", cookie).body()).as("the cookie before").doesNotContain("李伟");
    }

    @Test
    void aChoiceGoesToThePrivacyServiceAndBackToAPageOfThisShopOnly() throws Exception {
        String li = loggedIn("li");

        HttpResponse<String> off = form("/en/choices", "purpose=analytics&answer=deny&back=//evil.example/", li);
        form("/en/choices", "purpose=all&answer=grant&back=/en/cart", li);
        form("/en/choices", "purpose=invented&answer=grant", li);

        assertThat(off.headers().firstValue("Location")).hasValue("/en/");
        assertThat(asked).anyMatch(call -> call.startsWith("DELETE /v1/consents/p1.of.li/analytics "));
        assertThat(asked)
                .filteredOn(call -> call.startsWith("POST /v1/consents "))
                .hasSize(1)
                .allMatch(call ->
                        call.contains("\"personalization\":\"grant\"") && call.contains("\"jurisdiction\":\"DE\""));
    }

    @Test
    void globalPrivacyControlGoesOnToConsentsAndEventsForTheWholeVisit() throws Exception {
        HttpResponse<String> first = send(request("/en/sign-in", "").header("Sec-GPC", "1"));
        String li = cookie(send(request("/en/sign-in", cookie(first))
                .header("Sec-GPC", "1")
                .POST(HttpRequest.BodyPublishers.ofString("shopper=li"))));
        form("/en/choices", "purpose=all&answer=grant", li);
        get("/en/products/p00001", li);
        send(request("/preferences/consents", li)
                .POST(HttpRequest.BodyPublishers.ofString("{\"decisions\": {\"ads_targeted\": \"grant\"}}")));
        journal(li, "Taken: Product Viewed");

        assertThat(asked)
                .filteredOn(call -> call.startsWith("POST /v1/consents") || call.startsWith("POST /v1/batch"))
                .hasSizeGreaterThan(3)
                .allSatisfy(call -> assertThat(askedWithGpc).contains(call));
    }

    @Test
    void aVisitWithoutGlobalPrivacyControlSaysNothingOfIt() throws Exception {
        get("/en/products/p00001", loggedIn("li"));

        assertThat(askedWithGpc).isEmpty();
    }

    @Test
    void thePreferenceCentreAsksForWhoeverIsLoggedInAndSeesOnlyItsOwnRequests() throws Exception {
        String li = loggedIn("li");
        get("/preferences/transparency", li);
        HttpResponse<String> opened = send(request("/preferences/requests", li)
                .POST(HttpRequest.BodyPublishers.ofString("{\"type\": \"erasure\", \"subject\": \"p1.of.anna\"}")));

        assertThat(opened.body()).contains("r-1");
        assertThat(asked).anyMatch(call -> call.startsWith("GET /v1/transparency/p1.of.li Bearer t1"));
        assertThat(asked)
                .filteredOn(call -> call.startsWith("POST /v1/requests"))
                .singleElement()
                .satisfies(call ->
                        assertThat(call).contains("p1.of.li", "startsAt").doesNotContain("anna"));
        assertThat(get("/preferences/requests/r-1", li).statusCode()).isEqualTo(200);
        assertThat(get("/preferences/requests/r-1", visiting()).statusCode()).isEqualTo(404);
        assertThat(get("/preferences/transparency", "").statusCode()).isEqualTo(409);
        assertThat(send(request("/preferences/requests", li)
                                .POST(HttpRequest.BodyPublishers.ofString("{\"type\": \"objection\"}")))
                        .statusCode())
                .isEqualTo(400);
        assertThat(send(request("/preferences/transparency", li).header("Sec-Fetch-Site", "cross-site"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void scriptInEveryFreeFieldStaysText() throws Exception {
        String cookie = visiting();
        String script = "%3Cscript%3Ealert(1)%3C%2Fscript%3E";
        form("/en/cart", "product=p00001", cookie);
        form("/en/coupon", "code=" + script, cookie);

        for (String path : List.of("/en/cart", "/zh/search?q=" + script, "/en/kinds/" + script, "/en/%00")) {
            assertThat(get(path, cookie).body()).as(path).doesNotContain("<script>");
        }
        form("/en/cart", "product=p00001&count=-5", cookie);
        form("/en/cart", "product=" + script + "&count=1", cookie);
        assertThat(get("/en/cart", cookie).body()).contains("Cart (1)");
        assertThat(get("/en/search?q=" + "x".repeat(5_000), cookie).statusCode())
                .isEqualTo(200);
    }

    @Test
    void anArticleIsReadWithoutItsMarkup() throws Exception {
        assertThat(get("/zh/help/tea", "").body())
                .contains("<h1>茶: 怎么泡</h1>", "<strong>90</strong>", "&lt;script&gt;")
                .doesNotContain("<script>", "javascript:");
    }

    @Test
    void aConversationIsOpenedForWhoeverIsLoggedInAndNoPageOfAnotherShopOpensOne() throws Exception {
        HttpResponse<String> opened = post("/assistant/conversations", "{\"locale\": \"zh\"}", "same-origin");
        HttpResponse<String> foreign = post("/assistant/conversations", "{}", "cross-site");

        assertThat(opened.statusCode()).isEqualTo(201);
        assertThat(opened.body()).contains("shoppers");
        assertThat(asked)
                .filteredOn(call -> call.startsWith("POST /v1/conversations"))
                .containsExactly("POST /v1/conversations Bearer t1 {\"locale\":\"zh\",\"subject\":\"p1.of.li\"}");
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(post("/assistant/conversations", "[1", "same-origin").statusCode())
                .isEqualTo(400);
    }

    @Test
    void anOrderIsToldToWhomItBelongsAndToNobodyElse() throws Exception {
        HttpResponse<String> own = signed("/orders/HS20417?subject=p1.of.anna");
        JsonNode order = Reply.JSON.readTree(own.body());

        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(order.path("subject").asText()).isEqualTo("p1.of.anna");
        assertThat(order.path("status").asText()).isEqualTo("shipped");
        assertThat(order.path("url").asText()).isEqualTo("http://127.0.0.1:" + shop.port() + "/en/orders");
        assertThat(order.path("items").path(0).path("title").asText()).isNotBlank();
        assertThat(signed("/orders/HS20417?subject=p1.of.li").statusCode()).isEqualTo(404);
        assertThat(signed("/orders/HS20417?subject=").statusCode()).isEqualTo(404);
        assertThat(signed("/orders/HS99999?subject=p1.of.anna").statusCode()).isEqualTo(404);
        assertThat(get("/orders/HS20417?subject=p1.of.anna", loggedIn("anna")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aRequestSignedForAnotherOrderOrLongAgoIsRefused() throws Exception {
        long now = Clock.systemUTC().instant().getEpochSecond();

        assertThat(sent("/orders/HS20417?subject=p1.of.anna", "/orders/HS20388?subject=p1.of.anna", now))
                .isEqualTo(401);
        assertThat(sent("/orders/HS20417?subject=p1.of.anna", "/orders/HS20417?subject=p1.of.anna", now - 1_000))
                .isEqualTo(401);
    }
}
