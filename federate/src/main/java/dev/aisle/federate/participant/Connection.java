package dev.aisle.federate.participant;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import dev.aisle.federate.Credentials;
import dev.aisle.federate.RefusedException;
import dev.aisle.federate.TrainingAbortedException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Messages to the coordinator, over mutual TLS. An answer may take as long as the slowest partner. */
public final class Connection implements AutoCloseable {
    private static final int FINE = 200;
    private static final int ABORTED = 409;

    private final HttpClient client;
    private final URI coordinator;
    private final Duration patience;

    /**
     * A connection; nothing is sent yet.
     *
     * @param coordinator such as {@code https://coordinator.example:8443}
     * @param patience how long an answer may take
     */
    public Connection(Credentials credentials, URI coordinator, Duration patience) {
        this.client = HttpClient.newBuilder()
                .sslContext(credentials.tls())
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        this.coordinator = coordinator;
        this.patience = patience;
    }

    /**
     * Sends a message and waits for the answer.
     *
     * @param step {@code join}, {@code keys}, {@code shares}, {@code update} or {@code unmask}
     * @throws RefusedException when the coordinator refuses it, with its reason
     * @throws TrainingAbortedException when the training ended, or the coordinator can't be reached
     */
    public <A> A send(String step, MessageLite message, Parser<A> answers) {
        HttpRequest request = HttpRequest.newBuilder(coordinator.resolve("/v1/" + step))
                .timeout(patience)
                .POST(HttpRequest.BodyPublishers.ofByteArray(message.toByteArray()))
                .build();
        try {
            HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() == FINE) {
                return answers.parseFrom(answer.body());
            }
            String reason = new String(answer.body(), StandardCharsets.UTF_8);
            throw answer.statusCode() == ABORTED ? new TrainingAbortedException(reason) : new RefusedException(reason);
        } catch (InvalidProtocolBufferException e) {
            throw new TrainingAbortedException(coordinator + " answers something else than a coordinator would");
        } catch (IOException e) {
            throw new TrainingAbortedException("no connection to " + coordinator + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TrainingAbortedException("interrupted while waiting for " + coordinator);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
