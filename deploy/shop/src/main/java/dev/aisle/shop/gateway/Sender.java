package dev.aisle.shop.gateway;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;

/** Sends over one client and keeps the storefront's token, for all visitors. */
final class Sender {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(10);

    private final Addresses addresses;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private volatile Token token = new Token("", Instant.EPOCH);

    private record Token(String value, Instant until) {}

    Sender(Addresses addresses) {
        this.addresses = addresses;
    }

    /** Any failure of the network is a reply with status 0: a page shows what it has. */
    Reply send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), response.body());
        } catch (IOException e) {
            return Reply.unreachable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reply.unreachable();
        }
    }

    String bearer() {
        Token kept = token;
        return "Bearer " + (Instant.now().isBefore(kept.until()) ? kept.value() : fresh());
    }

    private String fresh() {
        Reply reply = send(HttpRequest.newBuilder(addresses.tokens())
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "grant_type=client_credentials&client_id=storefront&client_secret=" + addresses.secret()))
                .build());
        String value = reply.json().path("access_token").asText();
        if (!value.isEmpty()) {
            token = new Token(value, Instant.now().plus(TOKEN_LIFE));
        }
        return value;
    }
}
