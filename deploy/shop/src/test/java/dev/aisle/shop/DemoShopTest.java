package dev.aisle.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
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
            asked.add(path + " " + exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
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
                new Surroundings(0, address.resolve("/token"), address, address, "demo", "key", SECRET, knowledge),
                Clock.systemUTC());
    }

    private static String answer(String path, String body) {
        return switch (path) {
            case "/token" -> "{\"access_token\": \"t1\"}";
            case "/v1/pseudonyms" -> "{\"pseudonyms\": [\"p1.of." + (body.contains("c00021") ? "anna" : "li") + "\"]}";
            case "/v1/conversations" -> "{\"id\": \"c1\", \"token\": \"shoppers\"}";
            case "/v1/recommendations" ->
                "{\"personalized\": true, \"items\": [{\"productId\": \"p00003\", \"reason\": {\"text\": \"<b>why\"}}]}";
            default -> "{}";
        };
    }

    @AfterEach
    void close() {
        shop.close();
        services.stop(0);
    }

    @Test
    void aPageRunsTheChatElementAndNothingElse() throws Exception {
        HttpResponse<String> page = get("/en/", "shopper=anna");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("For Anna Berg", "/pictures/p00003.svg", "&lt;b&gt;why", "data-session=\"anna\"")
                .doesNotContain("<b>why", "t1");
        assertThat(page.body())
                .containsOnlyOnce("<script")
                .contains("/chat.js\" data-open=\"/assistant/conversations\"");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'; script-src http://127.0.0.1:")
                .doesNotContain("unsafe");
    }

    @Test
    void everyPageIsThereInBothLanguages() throws Exception {
        for (String path : List.of(
                "/", "/kinds/mugs", "/products/p00001", "/search?q=tea", "/help", "/sign-in", "/orders", "/desk")) {
            assertThat(get("/en" + path, "shopper=li").statusCode())
                    .as("en " + path)
                    .isEqualTo(200);
            HttpResponse<String> chinese = get("/zh" + path, "shopper=li");
            assertThat(chinese.statusCode()).as("zh " + path).isEqualTo(200);
            assertThat(chinese.body()).contains("<html lang=\"zh-CN\">", "炉边小店");
        }
        assertThat(get("/en/kinds/none", "").statusCode()).isEqualTo(404);
        assertThat(get("/pictures/p00001.svg", "").body()).startsWith("<svg");
        assertThat(get("/products/p00001", "").headers().firstValue("Location")).hasValue("/en/products/p00001");
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
                .filteredOn(call -> call.startsWith("/v1/conversations"))
                .containsExactly("/v1/conversations Bearer t1 {\"locale\":\"zh\",\"subject\":\"p1.of.li\"}");
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(post("/assistant/conversations", "[1", "same-origin").statusCode())
                .isEqualTo(400);
    }

    @Test
    void anOrderIsToldToWhomItBelongsAndToNobodyElse() throws Exception {
        HttpResponse<String> own = signed("/orders/HS20417?subject=p1.of.anna");
        JsonNode order = Services.JSON.readTree(own.body());

        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(order.path("subject").asText()).isEqualTo("p1.of.anna");
        assertThat(order.path("status").asText()).isEqualTo("shipped");
        assertThat(order.path("url").asText()).isEqualTo("http://127.0.0.1:" + shop.port() + "/en/orders");
        assertThat(order.path("items").path(0).path("title").asText()).isNotBlank();
        assertThat(signed("/orders/HS20417?subject=p1.of.li").statusCode()).isEqualTo(404);
        assertThat(signed("/orders/HS20417?subject=").statusCode()).isEqualTo(404);
        assertThat(signed("/orders/HS99999?subject=p1.of.anna").statusCode()).isEqualTo(404);
        assertThat(get("/orders/HS20417?subject=p1.of.anna", "shopper=anna").statusCode())
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
        return send(request(path, "shopper=li")
                .header("Sec-Fetch-Site", site)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
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
