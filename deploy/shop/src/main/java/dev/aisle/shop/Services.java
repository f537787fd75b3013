package dev.aisle.shop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The calls to the services, with the storefront's own credentials: no page and no shopper ever has them. */
final class Services {
    static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(10);

    private final Surroundings surroundings;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Map<Shopper, String> pseudonyms = new ConcurrentHashMap<>();
    private volatile Token token = new Token("", Instant.EPOCH);

    private record Token(String value, Instant until) {}

    /** What a service answered; status 0 when it could not be reached. */
    record Reply(int status, String body) {
        JsonNode json() {
            try {
                return body.isBlank() ? JSON.missingNode() : JSON.readTree(body);
            } catch (JsonProcessingException e) {
                return JSON.missingNode();
            }
        }

        boolean ok() {
            return status / 100 == 2;
        }
    }

    Services(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Under what the services know a shopper; empty while the door can't be asked. */
    Optional<String> pseudonym(Shopper shopper) {
        String known = pseudonyms.get(shopper);
        if (known != null) {
            return Optional.of(known);
        }
        ObjectNode body = JSON.createObjectNode();
        body.putArray("subjects").addObject().put("type", "customer_id").put("value", shopper.customer());
        String pseudonym = asStorefront(surroundings.door().resolve("/v1/pseudonyms"), body)
                .json()
                .path("pseudonyms")
                .path(0)
                .asText();
        if (pseudonym.isEmpty()) {
            return Optional.empty();
        }
        pseudonyms.put(shopper, pseudonym);
        return Optional.of(pseudonym);
    }

    /** A list for somebody, or for anybody. */
    JsonNode recommended(Optional<Shopper> shopper, Language language, int size) {
        ObjectNode body = JSON.createObjectNode()
                .put("placement", "home")
                .put("size", size)
                .put("explain", true)
                .put("locale", language.tag());
        shopper.flatMap(this::pseudonym).ifPresent(subject -> body.put("subject", subject));
        return recommender("/v1/recommendations", body).json();
    }

    JsonNode similar(String productId, Language language, int size) {
        ObjectNode body =
                JSON.createObjectNode().put("size", size).put("explain", true).put("locale", language.tag());
        body.putArray("productIds").add(productId);
        return recommender("/v1/recommendations/similar", body).json();
    }

    JsonNode found(String words, int size) {
        String query = "/v1/search?size=" + size + "&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
        return exchanged(HttpRequest.newBuilder(surroundings.recommender().resolve(query))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token())
                        .build())
                .json();
    }

    /** A conversation for whoever is logged in, or for nobody known: status and body are the service's. */
    Reply conversation(Optional<Shopper> shopper, ObjectNode wish) {
        ObjectNode body =
                JSON.createObjectNode().put("locale", wish.path("locale").asText("en"));
        body.put("subject", shopper.flatMap(this::pseudonym).orElse(null));
        if (!wish.path("page").path("productId").asText().isEmpty()) {
            body.set("page", wish.path("page"));
        }
        return recommender("/v1/conversations", body);
    }

    /** Tells the door that a shopper looked at a product; a page doesn't wait for it. */
    void viewed(Shopper shopper, String productId, String messageId) {
        ObjectNode batch = JSON.createObjectNode();
        batch.putArray("batch")
                .addObject()
                .put("type", "track")
                .put("event", "Product Viewed")
                .put("messageId", messageId)
                .put("userId", shopper.customer())
                .put("timestamp", Instant.now().toString())
                .putObject("properties")
                .put("product_id", productId);
        String key =
                Base64.getEncoder().encodeToString((surroundings.writeKey() + ":").getBytes(StandardCharsets.UTF_8));
        send(surroundings.door().resolve("/v1/batch"), "Basic " + key, batch);
    }

    private Reply recommender(String path, ObjectNode body) {
        return asStorefront(surroundings.recommender().resolve(path), body);
    }

    private Reply asStorefront(URI address, ObjectNode body) {
        return send(address, "Bearer " + token(), body);
    }

    private Reply send(URI address, String authorization, ObjectNode body) {
        return exchanged(HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Authorization", authorization)
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }

    private String token() {
        Token kept = token;
        if (Instant.now().isBefore(kept.until())) {
            return kept.value();
        }
        Reply reply = exchanged(HttpRequest.newBuilder(surroundings.tokens())
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "grant_type=client_credentials&client_id=storefront&client_secret=" + surroundings.secret()))
                .build());
        String value = reply.json().path("access_token").asText();
        if (!value.isEmpty()) {
            token = new Token(value, Instant.now().plus(TOKEN_LIFE));
        }
        return value;
    }

    private Reply exchanged(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body());
        } catch (IOException e) {
            return new Reply(0, "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply(0, "");
        }
    }
}
