package dev.aisle.local.network;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RevolvingDoorTest {
    private final List<HttpServer> instances = new ArrayList<>();
    private final int port = freePort();
    private final RevolvingDoor door = RevolvingDoor.open(port);

    @AfterEach
    void close() {
        door.close();
        instances.forEach(instance -> instance.stop(0));
    }

    @Test
    void eachRequestGoesToTheNextInstanceThatIsIn() throws Exception {
        InetSocketAddress first = instance("first");
        InetSocketAddress second = instance("second");

        door.lead(List.of(first, second));
        assertThat(List.of(get(), get())).containsExactlyInAnyOrder("200 first", "200 second");

        door.lead(List.of(second));
        assertThat(List.of(get(), get())).containsOnly("200 second");
        assertThat(door.broken()).isZero();
        assertThat(door.remarks()).isEmpty();
    }

    @Test
    void aRequestThatNoInstanceAnswersIsCountedWithItsReason() throws Exception {
        assertThat(get()).isEqualTo("502 ");
        door.lead(List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), freePort())));
        assertThat(get()).isEqualTo("502 ");

        assertThat(door.broken()).isEqualTo(2);
        assertThat(door.remarks())
                .satisfiesExactly(
                        remark -> assertThat(remark).isEqualTo("GET /v1/x was not answered: no instance is ready"),
                        remark -> assertThat(remark).contains("GET /v1/x was not answered: ", "ConnectException"));
    }

    private String get() throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/x"))
                            .build(),
                    BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        }
    }

    private InetSocketAddress instance(String name) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, name.length());
            exchange.getResponseBody().write(name.getBytes(UTF_8));
            exchange.close();
        });
        server.start();
        instances.add(server);
        return server.getAddress();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
