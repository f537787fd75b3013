package dev.aisle.campaign.delivery.channels;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.campaign.delivery.messages.domain.Channel;
import dev.aisle.campaign.shared.recommendations.ServiceToken;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.security.ServiceTls;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** privacy-service: addresses at the moment of sending, and withdrawals. What it says is neither kept nor logged. */
@Singleton
public class PrivacyGateway implements AddressBook, AdIdentifiers {
    private static final int OK = 200;
    private static final int ACCEPTED = 202;

    private final ChannelSettings settings;
    private final ServiceToken token;
    private final ObjectMapper json;
    private final HttpClient http;

    PrivacyGateway(ChannelSettings settings, ServiceToken token, ObjectMapper json, ServiceTls tls) {
        this.settings = settings;
        this.token = token;
        this.json = json;
        this.http = tls.clientBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public Map<String, Answer> ask(Collection<String> pseudonyms, Purpose purpose, Channel channel) throws IOException {
        ObjectNode question =
                json.createObjectNode().put("purpose", wireName(purpose)).put("channel", channel.vaultName());
        List<String> asked = List.copyOf(pseudonyms);
        asked.forEach(question.putArray("subjects")::add);
        HttpResponse<byte[]> answer = call(builder("/v1/vault/resolve")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(question)))
                .build());
        if (answer.statusCode() != OK) {
            throw new IOException("The vault answered " + answer.statusCode());
        }
        JsonNode answers = json.readTree(answer.body()).path("answers");
        if (answers.size() != asked.size()) {
            throw new IOException("The vault answered for " + answers.size() + " of " + asked.size());
        }
        Map<String, Answer> found = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            found.put(asked.get(i), answer(answers.get(i)));
        }
        return found;
    }

    private static Answer answer(JsonNode one) {
        if (!"deliver".equals(one.path("outcome").asText())) {
            return new Answer.Denied(one.path("reason").asText("denied"));
        }
        List<String> to = new ArrayList<>();
        one.path("to").forEach(address -> to.add(address.asText()));
        return to.isEmpty()
                ? new Answer.Denied("no_address")
                : new Answer.Reachable(to, one.path("locale").textValue());
    }

    @Override
    public Map<String, AdIdentifier> joining(Collection<String> pseudonyms, String campaign) throws IOException {
        ObjectNode question = json.createObjectNode().put("campaign", campaign).put("change", "join");
        pseudonyms.forEach(question.putArray("subjects")::add);
        Map<String, AdIdentifier> found = new HashMap<>();
        for (JsonNode answer : adIdentifiers(question, pseudonyms.size(), null)) {
            String digest = answer.path("emailSha256").textValue();
            if (digest != null) {
                UUID disclosure = UUID.fromString(answer.path("disclosure").asText());
                found.put(answer.path("subject").asText(), new AdIdentifier(disclosure, digest));
            }
        }
        return found;
    }

    @Override
    public Map<UUID, String> leaving(Collection<UUID> disclosures, String campaign, String key) throws IOException {
        ObjectNode question = json.createObjectNode().put("campaign", campaign).put("change", "leave");
        ArrayNode asked = question.putArray("disclosures");
        disclosures.forEach(one -> asked.add(one.toString()));
        Map<UUID, String> found = new HashMap<>();
        for (JsonNode answer : adIdentifiers(question, disclosures.size(), key)) {
            String digest = answer.path("emailSha256").textValue();
            if (digest != null) {
                found.put(UUID.fromString(answer.path("disclosure").asText()), digest);
            }
        }
        return found;
    }

    private JsonNode adIdentifiers(ObjectNode question, int asked, @Nullable String key) throws IOException {
        HttpRequest.Builder request = builder("/v1/vault/ad-identifiers")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(question)));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        HttpResponse<byte[]> answer = call(request.build());
        if (answer.statusCode() != OK) {
            throw new IOException("The vault answered " + answer.statusCode() + " to an export of ad identifiers");
        }
        JsonNode answers = json.readTree(answer.body()).path("answers");
        if (answers.size() != asked) {
            throw new IOException("The vault answered for " + answers.size() + " of " + asked);
        }
        return answers;
    }

    /**
     * Takes a consent back for somebody who unsubscribed.
     *
     * @throws IOException when it isn't sure that it was taken back; to be tried again
     */
    public void withdraw(String pseudonym, String purpose) throws IOException {
        HttpResponse<byte[]> answer = call(
                builder("/v1/consents/" + pseudonym + "/" + purpose).DELETE().build());
        if (answer.statusCode() != OK && answer.statusCode() != ACCEPTED) {
            throw new IOException("A withdrawal was answered by " + answer.statusCode());
        }
    }

    private HttpRequest.Builder builder(String path) throws IOException {
        try {
            return HttpRequest.newBuilder(settings.privacy().resolve(path))
                    .timeout(settings.privacyTimeout())
                    .header("Accept", "application/json")
                    .header("Authorization", "Bearer " + token.bearer());
        } catch (RuntimeException e) {
            throw new IOException("No token for privacy-service", e);
        }
    }

    private HttpResponse<byte[]> call(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private static String wireName(Purpose purpose) {
        return purpose.name().toLowerCase(Locale.ROOT);
    }
}
