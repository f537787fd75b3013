package dev.aisle.local.chaos;

import dev.aisle.local.client.Json;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.stack.ServiceEnvironment;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.atomic.LongAdder;

/** Sends a batch as the published clients do: again and again, the same, until the door answers 200. */
public final class Sender {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final Duration GIVE_UP = Duration.ofMinutes(3);
    private static final long FIRST_WAIT_MILLIS = 50;
    private static final long LONGEST_WAIT_MILLIS = 1_000;
    private static final int RETRYABLE = 429;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final URI batchAddress;
    private final LongAdder retries = new LongAdder();

    public Sender(URI door) {
        batchAddress = door.resolve("/v1/batch");
    }

    /** Requests that were sent again. */
    public long retries() {
        return retries.sum();
    }

    /** Returns when the door has acknowledged; answers how many of the events it dropped nevertheless. */
    int deliver(Batch batch) {
        return deliver(batch.body(), batch.size());
    }

    /** The same of a request of the Segment API with so many events. */
    public int deliver(String body, int events) {
        var request = request(body);
        var wait = FIRST_WAIT_MILLIS;
        var deadline = System.nanoTime() + GIVE_UP.toNanos();
        while (System.nanoTime() < deadline) {
            var answer = answer(request);
            if (answer.status() == 200) {
                return events - Json.read(answer.body()).path("accepted").asInt();
            }
            if (answer.status() != 0 && answer.status() != RETRYABLE && answer.status() < 500) {
                throw new CommandFailure("A client would drop its events: the door answered " + answer);
            }
            retries.increment();
            pause(wait);
            wait = Math.min(LONGEST_WAIT_MILLIS, 2 * wait);
        }
        throw new CommandFailure("The door has not taken a batch within " + GIVE_UP.toMinutes() + " minutes.");
    }

    private record Answer(int status, String body) {}

    /** Status 0 when there was no answer. */
    private Answer answer(HttpRequest request) {
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            return new Answer(0, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }

    private HttpRequest request(String body) {
        var user = (ServiceEnvironment.WRITE_KEY + ":").getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(batchAddress)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(user))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    /** Waits. */
    public static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }
}
