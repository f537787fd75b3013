package dev.aisle.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServiceAddressTest {
    private final List<HttpServer> pods = new ArrayList<>();

    @AfterEach
    void stop() {
        pods.forEach(pod -> pod.stop(0));
    }

    private InetSocketAddress pod(String name) throws IOException {
        HttpServer server = HttpServer.create(anyPort(), 0);
        server.createContext("/", exchange -> {
            byte[] body = name.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        pods.add(server);
        return server.getAddress();
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /** One connection, one answer. */
    private static String ask(ServiceAddress address) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://127.0.0.1:" + address.at().getPort() + "/");
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    @Test
    void connectionsGoToTheEndpointsByTurnsAndToNobodyWhoLeft() throws Exception {
        InetSocketAddress first = pod("first");
        InetSocketAddress second = pod("second");
        try (ServiceAddress address = ServiceAddress.open(anyPort(), List.of(first, second))) {
            assertThat(List.of(ask(address), ask(address))).containsExactlyInAnyOrder("first", "second");

            address.lead(List.of(second));

            assertThat(List.of(ask(address), ask(address))).containsOnly("second");
        }
    }

    @Test
    void withoutAnEndpointNobodyAnswers() {
        try (ServiceAddress address = ServiceAddress.open(anyPort(), List.of())) {
            assertThatThrownBy(() -> ask(address)).isInstanceOf(IOException.class);
        }
    }
}
