package dev.aisle.containers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * A probe of a container, asked as a kubelet asks it: over the pod's address.
 *
 * @param path that is asked
 * @param port of the container
 * @param period between two questions
 * @param timeout of one
 * @param failures after so many in a row it has failed
 */
record Probe(String path, int port, Duration period, Duration timeout, int failures) {
    private static final int FIRST_BAD = 400;

    /** Reads one of a container's. */
    static Probe of(JsonNode container, String name) {
        JsonNode probe = container.path(name);
        if (!probe.has("httpGet")) {
            throw new IllegalArgumentException("The container has no " + name + " by HTTP.");
        }
        return new Probe(
                probe.at("/httpGet/path").asText(),
                port(container, probe.at("/httpGet/port").asText()),
                Duration.ofSeconds(probe.path("periodSeconds").asInt(10)),
                Duration.ofSeconds(probe.path("timeoutSeconds").asInt(1)),
                probe.path("failureThreshold").asInt(3));
    }

    private static int port(JsonNode container, String name) {
        for (JsonNode port : container.path("ports")) {
            if (port.path("name").asText().equals(name)) {
                return port.path("containerPort").asInt();
            }
        }
        throw new IllegalArgumentException("The container has no port " + name + ".");
    }

    /** Asks once. */
    boolean succeeds(HttpClient http, String address) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + address + ":" + port + path))
                .timeout(timeout)
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() < FIRST_BAD;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
