package dev.aisle.e2e.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.local.stack.Part;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The broker stops answering and keeps its connections: the worst way to be away. */
@ExtendWith(DoorStack.class)
class BrokerOutageIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void aBrokerThatIsAwayIsA503AndNothingIsLostWhenItIsBack(Door door) throws Exception {
        Person person = door.person("userId");
        List<String> acknowledged = new ArrayList<>();
        send(door, person, "before", acknowledged);
        assertThat(acknowledged).containsExactly("before");

        long broker = door.pid(Part.KAFKA);
        signal("-STOP", broker);
        try {
            HttpResponse<String> refused = post(door, person, "during");
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            await("the word that the broker is away").atMost(PATIENCE).until(() -> health(door, "well") == 503);
            assertThat(health(door, "ready")).as("endpoints stay").isEqualTo(200);
        } finally {
            signal("-CONT", broker);
        }

        await("the same event, sent again, to be taken without a restart")
                .atMost(PATIENCE)
                .until(() -> send(door, person, "during", acknowledged));
        send(door, person, "after", acknowledged);
        assertThat(acknowledged).containsExactly("before", "during", "after");
        assertThat(door.arrived(3, person))
                .extracting(ShopEvent::getMessageId)
                .containsExactlyElementsOf(acknowledged.stream()
                        .map(id -> person.pseudonym() + "-" + id)
                        .toList());
    }

    /** Whether the door has acknowledged. */
    private boolean send(Door door, Person person, String id, List<String> acknowledged) throws Exception {
        boolean taken = post(door, person, id).statusCode() == 200;
        if (taken) {
            acknowledged.add(id);
        }
        return taken;
    }

    private HttpResponse<String> post(Door door, Person person, String id) throws Exception {
        String event = "{\"type\":\"page\",\"userId\":\"%s\",\"messageId\":\"%s\"}"
                .formatted(person.id(), person.pseudonym() + "-" + id);
        String user = Base64.getEncoder().encodeToString((Door.WRITE_KEY + ":").getBytes(StandardCharsets.UTF_8));
        return http.send(
                HttpRequest.newBuilder(door.address().resolve("/v1/page"))
                        .header("Authorization", "Basic " + user)
                        .timeout(PATIENCE)
                        .POST(HttpRequest.BodyPublishers.ofString(event))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private int health(Door door, String kind) throws Exception {
        URI health = door.address().resolve("/q/health/" + kind);
        return http.send(
                        HttpRequest.newBuilder(health).timeout(PATIENCE).build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static void signal(String signal, long pid) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", signal, Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
    }
}
