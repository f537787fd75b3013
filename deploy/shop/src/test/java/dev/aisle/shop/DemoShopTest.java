package dev.aisle.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.aisle.shop.gateway.Addresses;
import dev.aisle.shop.gateway.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shop beside services that are played here: what they are asked is what is looked at. */
class DemoShopTest {
    private static final String SECRET = "whsec_aG9vay1rZXktb2YtdGhlLWRlbW8tbm90LXNlY3JldCE=";

    @TempDir
    Path knowledge;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer services;
    private DemoShop shop;

    @BeforeEach
    void open() throws IOException {
        services = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        services.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().getPath();
            asked.add(exchange.getRequestMethod() + " " + path + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
            byte[] answer = answer(path, body).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(path.equals("/v1/conversations") ? 201 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        services.start();
        Files.createDirectories(knowledge.resolve("zh"));
        Files.writeString(knowledge.resolve("zh/tea.md"), """
            ---
            id: tea
            locale: zh
            title: "茶: 怎么泡"
            tags: [茶, 食品]
            ---

            水温 **90** 度。<script>alert(1)</script> [坏](javascript:alert(1))
            """);
        URI address = URI.create("http://127.0.0.1:" + services.getAddress().getPort());
        shop = DemoShop.start(
                new Surroundings(
                        0,
                        new Addresses(address.resolve("/token"), address, address, address, address, "demo", "key"),
                        SECRET,
                        knowledge),
                Clock.systemUTC());
    }

    private static String answer(String path, String body) {
        return switch (path) {
            case "/token" -> "{\"access_token\": \"t1\"}";
            case "/v1/pseudonyms" ->
                "{\"pseudonyms\": [\"p1.of."
                        + (body.contains("c00021") ? "anna" : body.contains("c00047") ? "li" : "browser") + "\"]}";
            case "/v1/conversations" -> "{\"id\": \"c1\", \"token\": \"shoppers\"}";
            case "/v1/recommendations" ->
                "{\"personalized\": true, \"items\": [{\"productId\": \"p00003\", \"reason\": {\"text\":"
                        + " \"<b>why\"}}]}";
            case "/v1/batch" ->
                body.contains("c00047")
                        ? "{\"accepted\": 1, \"dropped\": []}"
                        : "{\"accepted\": 0, \"dropped\": [{\"index\": 0, \"reason\": \"no-consent\"}]}";
            case "/v1/placements/home/decisions" ->
                "{\"campaign\": {\"id\": \"welcome\"}, \"variation\": \"gift\", \"content\": {\"title\": \"<i>Gift\","
                        + " \"body\": \"b\", \"coupon\": \"WELCOME10\"}, \"reason\": {\"text\": \"You are new.\"}}";
            case "/v1/placements/department/ads" ->
                "{\"ads\": [{\"ad\": \"mug\", \"productId\": \"p00001\", \"label\": \"Sponsored\", \"clickToken\":"
                        + " \"a1.secret\"}]}";
            case "/ofrep/v1/evaluate/flags/home-hero" ->
                "{\"value\": \"story\", \"variant\": \"story\", \"reason\": \"SPLIT\", \"metadata\": {\"experiment\":"
                        + " \"hero\"}}";
            case "/v1/coupon-checks" ->
                body.contains("WELCOME10")
                        ? "{\"applies\": true, \"coupon\": \"welcome10\", \"off\": 120}"
                        : "{\"applies\": false, \"reason\": {\"text\": \"No <code> of ours\"}}";
            case "/v1/requests" -> "{\"id\": \"r-1\", \"status\": \"pending\"}";
            case "/v1/consents/p1.of.browser" -> "{\"version\": 0, \"decisions\": {}}";
            case "/v1/consents/p1.of.li" -> "{\"version\": 3, \"decisions\": {\"analytics\": \"grant\"}}";
            default -> "{}";
        };
    }

    @AfterEach
    void close() {
        shop.close();
        services.stop(0);
    }

    @Test
    void aPageRunsTheShopsOwnScriptsAndThoseOfTheElementsAndNoneInside() throws Exception {
        HttpResponse<String> page = get("/en/", loggedIn("anna"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("For Anna Berg", "/pictures/p00003.svg", "&lt;b&gt;why", "data-session=\"anna\"")
                .doesNotContain("<b>why", "<i>Gift", "t1");
        assertThat(page.body()).doesNotContainPattern("<script(?![^>]* src=)").doesNotContainPattern(" on[a-z]+=");
        assertThat(page.body()).contains("/chat.js\" data-open=\"/assistant/conversations\"", "src=\"/panel.js\"");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'; script-src 'self' http://127.0.0.1:")
                .doesNotContain("unsafe");
    }

    @Test
    void everyPageIsThereInBothLanguages() throws Exception {
        String li = loggedIn("li");
        for (String path : List.of(
                "/",
                "/kinds/mugs",
                "/products/p00001",
                "/search?q=tea",
                "/cart",
                "/account",
                "/help",
                "/sign-in",
                "/orders",
                "/desk")) {
            assertThat(get("/en" + path, li).statusCode()).as("en " + path).isEqualTo(200);
            HttpResponse<String> chinese = get("/zh" + path, li);
            assertThat(chinese.statusCode()).as("zh " + path).isEqualTo(200);
            assertThat(chinese.body()).contains("<html lang=\"zh-CN\">", "炉边小店");
        }
        assertThat(get("/en/kinds/none", "").statusCode()).isEqualTo(404);
        assertThat(get("/pictures/p00001.svg", "").body()).startsWith("<svg");
        assertThat(get("/products/p00001", "").headers().firstValue("Location")).hasValue("/en/products/p00001");
    }

    @Test
    void besideEachListStandsWhyItIsShown() throws Exception {
        String home = get("/en/", visiting()).body();

        assertThat(home)
                .contains("Personal</span> Chosen for you", "Campaign welcome, variation gift</span> You are new.")
                .contains("You see variation story</span> by the experiment hero", "A house grows piece by piece");
        assertThat(get("/en/kinds/mugs", visiting()).body())
                .contains("Sponsored</span>", "Paid for by the brand")
                .doesNotContain("a1.secret");
    }

    @Test
    void thePanelIsToldOfEachCallAndOfWhatTheDoorDropped() throws Exception {
        String cookie = visiting();
        get("/en/products/p00001", cookie);

        String journal = journal(cookie, "Dropped at the door");

        assertThat(journal).contains("Dropped at the door: Product Viewed (no-consent). Nothing was stored.");
        assertThat(journal).contains("\"tone\":\"withheld\"").doesNotContain("t1", "Bearer");
        assertThat(journal(visiting(), "Page opened")).as("of another visit").doesNotContain("Product Viewed");
        assertThat(get("/en/journal", "").statusCode()).isEqualTo(204);
    }

    @Test
    void aCouponIsHeldBeforeTheOrderIsMadeAndRedeemedAfterIt() throws Exception {
        String cookie = visiting();
        form("/en/cart", "product=p00001", cookie);
        form("/en/coupon", "code=welcome", cookie);
        assertThat(get("/en/cart", cookie).body()).contains("No &lt;code&gt; of ours");
        form("/en/coupon", "code=WELCOME10", cookie);
        assertThat(get("/en/cart", cookie).body()).contains("The coupon fits");

        form("/en/order", "", cookie);

        String orders = get("/en/orders", cookie).body();
        assertThat(orders).contains("is placed.", "Cancel this order");
        List<String> till =
                asked.stream().filter(call -> call.contains("coupon-uses")).toList();
        assertThat(till).hasSize(2);
        assertThat(till.get(0)).startsWith("PUT /v1/coupon-uses/shop-").contains("WELCOME10", "p1.of.browser");
        assertThat(till.get(1)).startsWith("POST /v1/coupon-uses/shop-").contains("/redemption");
        assertThat(asked).anyMatch(call -> call.contains("Order Completed") && call.contains("WELCOME10"));
    }

    @Test
    void whoPressesOrderTwiceOrdersOnce() throws Exception {
        String cookie = visiting();
        form("/en/cart", "product=p00001", cookie);

        try (var twice = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = twice.submit(() -> form("/en/order", "", cookie));
            var second = twice.submit(() -> form("/en/order", "", cookie));
            assertThat(List.of(first.get().statusCode(), second.get().statusCode()))
                    .containsOnly(303);
        }

        assertThat(asked).filteredOn(call -> call.contains("Order Completed")).hasSize(1);
    }

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

    private int sent(String path, String signedPath, long at) throws IOException, InterruptedException {
        String signature = new Signature(SECRET).of("m1." + at + "." + signedPath);
        return send(request(path, "")
                        .header("webhook-id", "m1")
                        .header("webhook-timestamp", Long.toString(at))
                        .header("webhook-signature", "v1,AAAA v1," + signature))
                .statusCode();
    }

    private HttpResponse<String> signed(String path) throws IOException, InterruptedException {
        long now = Clock.systemUTC().instant().getEpochSecond();
        String signature = new Signature(SECRET).of("m1." + now + "." + path);
        return send(request(path, "")
                .header("webhook-id", "m1")
                .header("webhook-timestamp", Long.toString(now))
                .header("webhook-signature", "v1," + signature));
    }

    private HttpResponse<String> get(String path, String cookie) throws IOException, InterruptedException {
        return send(request(path, cookie));
    }

    private HttpResponse<String> post(String path, String body, String site) throws IOException, InterruptedException {
        return send(request(path, loggedIn("li"))
                .header("Sec-Fetch-Site", site)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> form(String path, String body, String cookie)
            throws IOException, InterruptedException {
        return send(request(path, cookie).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The cookie of a visit that begins. */
    private String visiting() throws IOException, InterruptedException {
        return cookie(get("/en/sign-in", ""));
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    }

    private String loggedIn(String shopper) throws IOException, InterruptedException {
        return cookie(form("/en/sign-in", "shopper=" + shopper, visiting()));
    }

    /** What the stream says up to a text; the page then goes away. */
    private String journal(String cookie, String upTo) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient();
                var lines = http.send(request("/en/journal", cookie).build(), BodyHandlers.ofLines())
                        .body()) {
            StringBuilder read = new StringBuilder();
            for (String line : (Iterable<String>) lines::iterator) {
                read.append(line).append('\n');
                if (line.contains(upTo)) {
                    break;
                }
            }
            http.shutdownNow();
            return read.toString();
        }
    }

    private HttpRequest.Builder request(String path, String cookie) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + shop.port() + path))
                .header("Cookie", cookie.isEmpty() ? "none=1" : cookie);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }
}
