package dev.aisle.local.client;

import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.stack.ServiceEnvironment;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Bearer tokens of the issuer's clients, each kept until a minute before it expires. */
final class Tokens {
    private static final Duration MARGIN = Duration.ofMinutes(1);
    private final HttpClient http;
    private final URI endpoint;
    private final Map<String, Token> kept = new ConcurrentHashMap<>();

    private record Token(String value, Instant until) {}

    Tokens(HttpClient http, URI issuer) {
        this.http = http;
        this.endpoint = URI.create(issuer + "/token");
    }

    String of(String client) {
        return kept.compute(
                        client, (name, old) -> old != null && Instant.now().isBefore(old.until()) ? old : fetch(name))
                .value();
    }

    private Token fetch(String client) {
        var form = "grant_type=client_credentials&client_id=" + client + "&client_secret="
                + ServiceEnvironment.CLIENT_SECRET;
        var request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofSeconds(10))
                .POST(BodyPublishers.ofString(form))
                .build();
        try {
            var answer = Json.read(http.send(request, BodyHandlers.ofString()).body());
            var lifetime = Duration.ofSeconds(answer.path("expires_in").asLong(60));
            return new Token(
                    answer.path("access_token").asText(),
                    Instant.now().plus(lifetime).minus(MARGIN));
        } catch (IOException e) {
            throw new CommandFailure("The issuer at " + endpoint + " does not answer. Is the stack up? ./aisle up", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted while a token was fetched.", e);
        }
    }
}
