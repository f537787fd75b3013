package dev.aisle.local.attacks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.stack.Part;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** Conversations with the assistant, as the shop's page has them. */
final class Conversations {
    private Conversations() {}

    /** Begins a conversation of a person and sends one message; answers what the assistant says. */
    static String say(Target target, String pseudonym, String words) throws IOException, InterruptedException {
        JsonNode conversation = target.require(Call.post(
                                Part.RECOMMENDER,
                                "/v1/conversations",
                                Json.object().put("subject", pseudonym).put("locale", "en"))
                        .as("storefront"))
                .json();
        HttpRequest request = HttpRequest.newBuilder(target.ports()
                        .http(Part.RECOMMENDER)
                        .resolve("/v1/conversations/" + conversation.path("id").asText() + "/messages"))
                .header("Aisle-Conversation", conversation.path("token").asText())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.write(Json.object().put("text", words))))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IOException(
                        "The assistant does not take the message: " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        }
    }
}
