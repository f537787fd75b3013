package dev.aisle.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a service is told while it is trained. */
class SurroundingsTest {
    @TempDir
    private Path folder;

    @Test
    void aServiceIsToldWhatStandsInItsFile() throws IOException {
        environment("AISLE_SEALING_KEYS=s1:7365=\nQUARKUS_HTTP_PORT=18081\n");

        Surroundings around = Surroundings.of(folder, Service.EVENT_INGEST);

        assertThat(around.environment())
                .containsOnly(Map.entry("AISLE_SEALING_KEYS", "s1:7365="), Map.entry("QUARKUS_HTTP_PORT", "18081"));
    }

    @Test
    void aLineThatTellsNothingIsNamed() throws IOException {
        environment("QUARKUS_HTTP_PORT\n");

        assertThatThrownBy(() -> Surroundings.of(folder, Service.EVENT_INGEST))
                .isInstanceOf(ImageFailure.class)
                .hasMessageEndingWith("isn't NAME=VALUE: QUARKUS_HTTP_PORT");
    }

    @Test
    void itIsReadyOnceItSaysSo() throws IOException {
        AtomicInteger status = new AtomicInteger(503);
        HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        service.start();
        try {
            environment("QUARKUS_HTTP_PORT=" + service.getAddress().getPort() + "\n");
            Surroundings around = Surroundings.of(folder, Service.EVENT_INGEST);

            assertThat(around.ready()).isFalse();
            status.set(200);
            assertThat(around.ready()).isTrue();
        } finally {
            service.stop(0);
        }
        assertThat(Surroundings.of(folder, Service.EVENT_INGEST).ready()).isFalse();
    }

    private void environment(String text) throws IOException {
        Path file = folder.resolve("environments/event-ingest-service.env");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
