package dev.aisle.campaign.outside;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** privacy-service: everybody's address is made of the pseudonym, and withdrawals are noted. */
public final class PlayedPrivacy {
    /** What was withdrawn: {@code pseudonym/purpose}. */
    public static final Set<String> WITHDRAWN = ConcurrentHashMap.newKeySet();

    private static final Map<String, String> DISCLOSED = new ConcurrentHashMap<>();
    private static final Map<String, String> TAKEN_BACK = new ConcurrentHashMap<>();
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpServer server;

    private PlayedPrivacy(HttpServer server) {
        this.server = server;
    }

    static PlayedPrivacy start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/vault/resolve", PlayedPrivacy::resolve);
        server.createContext("/v1/vault/ad-identifiers", PlayedPrivacy::digests);
        server.createContext("/v1/consents/", PlayedPrivacy::withdraw);
        server.start();
        return new PlayedPrivacy(server);
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
    }

    /** The address of a person here. */
    public static String addressOf(String pseudonym) {
        return pseudonym.substring(pseudonym.lastIndexOf('.') + 1) + "@shop.example";
    }

    /** By which an ad platform knows a person here; not a real digest, but of its form. */
    public static String digestOf(String pseudonym) {
        return (pseudonym.substring(pseudonym.lastIndexOf('.') + 1) + "0".repeat(64)).substring(0, 64);
    }

    /** As the real one: never for few who join, and whoever leaves is known by what was disclosed for that campaign, once a key. */
    private static void digests(HttpExchange exchange) throws IOException {
        JsonNode asked = JSON.readTree(exchange.getRequestBody());
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode answers = answer.putArray("answers");
        String campaign = asked.path("campaign").asText();
        for (JsonNode subject : asked.path("subjects")) {
            String digest = digestOf(subject.asText());
            String disclosure = UUID.nameUUIDFromBytes((campaign + subject.asText()).getBytes(StandardCharsets.UTF_8))
                    .toString();
            DISCLOSED.put(campaign + disclosure, digest);
            answers.addObject()
                    .put("subject", subject.asText())
                    .put("disclosure", disclosure)
                    .put("emailSha256", digest);
        }
        String key = String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        for (JsonNode disclosure : asked.path("disclosures")) {
            String entry = campaign + disclosure.asText();
            ObjectNode one = answers.addObject().put("disclosure", disclosure.asText());
            if (DISCLOSED.containsKey(entry)
                    && TAKEN_BACK.computeIfAbsent(entry, _ -> key).equals(key)) {
                one.put("emailSha256", DISCLOSED.get(entry));
            } else {
                one.put("reason", "not_disclosed");
            }
        }
        boolean few = asked.path("change").asText().equals("join")
                && asked.path("subjects").size() < 20;
        answer(exchange, few ? 422 : 200, JSON.writeValueAsBytes(answer));
    }

    private static void resolve(HttpExchange exchange) throws IOException {
        JsonNode asked = JSON.readTree(exchange.getRequestBody());
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode answers = answer.putArray("answers");
        for (JsonNode subject : asked.path("subjects")) {
            answers.addObject()
                    .put("subject", subject.asText())
                    .put("outcome", "deliver")
                    .putArray("to")
                    .add(addressOf(subject.asText()));
        }
        boolean known = ("Bearer " + PlayedRecommender.TOKEN)
                .equals(exchange.getRequestHeaders().getFirst("Authorization"));
        answer(exchange, known ? 200 : 401, JSON.writeValueAsBytes(answer));
    }

    private static void withdraw(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean asked = exchange.getRequestMethod().equals("DELETE");
        if (asked) {
            WITHDRAWN.add(path.substring("/v1/consents/".length()));
        }
        answer(exchange, asked ? 200 : 405, "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
