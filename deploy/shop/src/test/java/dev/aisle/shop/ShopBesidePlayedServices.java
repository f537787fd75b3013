package dev.aisle.shop;

import com.sun.net.httpserver.HttpServer;
import dev.aisle.shop.gateway.Addresses;
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
import org.junit.jupiter.api.io.TempDir;

/** The shop beside services that are played here: what they are asked is what is looked at. */
abstract class ShopBesidePlayedServices {
    static final String SECRET = "whsec_aG9vay1rZXktb2YtdGhlLWRlbW8tbm90LXNlY3JldCE=";

    @TempDir
    Path knowledge;

    final List<String> asked = new CopyOnWriteArrayList<>();
    final List<String> askedWithGpc = new CopyOnWriteArrayList<>();
    private HttpServer services;
    DemoShop shop;

    @BeforeEach
    void open() throws IOException {
        services = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        services.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().getPath();
            asked.add(exchange.getRequestMethod() + " " + path + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
            if ("1".equals(exchange.getRequestHeaders().getFirst("Sec-GPC"))) {
                askedWithGpc.add(asked.getLast());
            }
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

    static String answer(String path, String body) {
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

    int sent(String path, String signedPath, long at) throws IOException, InterruptedException {
        String signature = new Signature(SECRET).of("m1." + at + "." + signedPath);
        return send(request(path, "")
                        .header("webhook-id", "m1")
                        .header("webhook-timestamp", Long.toString(at))
                        .header("webhook-signature", "v1,AAAA v1," + signature))
                .statusCode();
    }

    HttpResponse<String> signed(String path) throws IOException, InterruptedException {
        long now = Clock.systemUTC().instant().getEpochSecond();
        String signature = new Signature(SECRET).of("m1." + now + "." + path);
        return send(request(path, "")
                .header("webhook-id", "m1")
                .header("webhook-timestamp", Long.toString(now))
                .header("webhook-signature", "v1," + signature));
    }

    HttpResponse<String> get(String path, String cookie) throws IOException, InterruptedException {
        return send(request(path, cookie));
    }

    HttpResponse<String> post(String path, String body, String site) throws IOException, InterruptedException {
        return send(request(path, loggedIn("li"))
                .header("Sec-Fetch-Site", site)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> form(String path, String body, String cookie) throws IOException, InterruptedException {
        return send(request(path, cookie).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The cookie of a visit that begins. */
    String visiting() throws IOException, InterruptedException {
        return cookie(get("/en/sign-in", ""));
    }

    static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    }

    String loggedIn(String shopper) throws IOException, InterruptedException {
        return cookie(form("/en/sign-in", "shopper=" + shopper, visiting()));
    }

    /** What the stream says up to a text; the page then goes away. */
    String journal(String cookie, String upTo) throws IOException, InterruptedException {
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

    HttpRequest.Builder request(String path, String cookie) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + shop.port() + path))
                .header("Cookie", cookie.isEmpty() ? "none=1" : cookie);
    }

    static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }
}
