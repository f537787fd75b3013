package dev.aisle.local.client;

import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.stack.PortPlan;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Sends calls and waits out what is transient: 429, 503 and broken connections, as the APIs ask their clients to. */
public final class ApiClient {
    private static final int TRIES = 10;
    private static final long FIRST_WAIT_MILLIS = 200;
    private static final long LONGEST_WAIT_MILLIS = 10_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final PortPlan ports;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Tokens tokens;

    public ApiClient(PortPlan ports) {
        this(ports, ports.issuer());
    }

    /** Whose tokens come from an issuer elsewhere: where it is asked is what it writes into them. */
    public ApiClient(PortPlan ports, URI issuer) {
        this.ports = ports;
        this.tokens = new Tokens(http, issuer);
    }

    public String spoken(Call call) {
        return call.spoken(ports.address(call.part()));
    }

    /** The answer, or a failure in one line when the service can't be reached at all. */
    public Reply send(Call call) {
        return send(call, TRIES);
    }

    /** The same without waiting: what is transient is the answer. */
    public Reply once(Call call) {
        return send(call, 1);
    }

    private Reply send(Call call, int tries) {
        var start = System.nanoTime();
        var wait = FIRST_WAIT_MILLIS;
        for (int attempt = 1; ; attempt++) {
            try {
                var response = http.send(request(call, attempt), BodyHandlers.ofString());
                if (!transientStatus(response.statusCode()) || attempt == tries) {
                    return reply(response, Duration.ofNanos(System.nanoTime() - start));
                }
                pause(retryAfterMillis(response, wait));
            } catch (IOException e) {
                if (attempt == tries) {
                    throw new CommandFailure(
                            call.part().label() + " does not answer at " + ports.address(call.part()) + " ("
                                    + e.getMessage() + "). ./aisle status shows what runs.",
                            e);
                }
                pause(wait);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CommandFailure("Interrupted.", e);
            }
            wait = Math.min(LONGEST_WAIT_MILLIS, wait * 2);
        }
    }

    /** The answer of a call that must succeed. */
    public Reply require(Call call) {
        var reply = send(call);
        if (!reply.ok()) {
            throw new CommandFailure(spoken(call) + " was answered with " + reply.complaint());
        }
        return reply;
    }

    private HttpRequest request(Call call, int attempt) {
        var builder = HttpRequest.newBuilder(ports.http(call.part()).resolve(call.path()))
                .timeout(TIMEOUT)
                .header("Authorization", authorization(call));
        call.headers().forEach(builder::header);
        if (attempt > 1) {
            builder.header("X-Retry-Count", Integer.toString(attempt - 1));
        }
        var body = call.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(call.bytes());
        return builder.method(call.method(), body).build();
    }

    /** The value of the header {@code Authorization} of a call. */
    public String authorization(Call call) {
        if (!call.usesWriteKey()) {
            return "Bearer " + tokens.of(call.client());
        }
        var user = (call.writeKey() + ":").getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(user);
    }

    private static boolean transientStatus(int status) {
        return status == 429 || status == 503;
    }

    private static long retryAfterMillis(HttpResponse<String> response, long otherwise) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,4}"))
                .map(seconds -> Math.max(otherwise, 1000 * Long.parseLong(seconds)))
                .orElse(otherwise);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }

    private static Reply reply(HttpResponse<String> response, Duration took) {
        return new Reply(
                response.statusCode(), response.body(), response.headers().firstValue("Location"), took);
    }
}
