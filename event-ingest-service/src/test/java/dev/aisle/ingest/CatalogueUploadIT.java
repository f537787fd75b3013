package dev.aisle.ingest;

import static dev.aisle.ingest.Catalogue.NDJSON;
import static dev.aisle.ingest.Catalogue.gzip;
import static dev.aisle.ingest.Catalogue.put;
import static dev.aisle.ingest.Catalogue.send;
import static dev.aisle.ingest.Catalogue.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** How large and how broken an upload may be. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "none"))
class CatalogueUploadIT {
    @TestHTTPResource
    URI server;

    @Test
    void moreThanAHundredThousandLinesAreTooMany() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i <= 100_000; i++) {
            lines.append("{\"productId\":\"many-").append(i).append("\",\"title\":\"t\"}\n");
        }

        send("POST", "/v1/products?validate=true", NDJSON, gzip(lines.toString()))
                .statusCode(413)
                .body("detail", containsString("100000 products were taken"));
    }

    @Test
    void aGzipBombIsTooLarge() throws IOException {
        String kilobyte = " ".repeat(1_023) + "\n";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < 210_000; i++) {
                gzip.write(kilobyte.getBytes(StandardCharsets.UTF_8));
            }
        }

        send("POST", "/v1/products", NDJSON, bytes.toByteArray()).statusCode(413);
    }

    @Test
    void brokenGzipIsMalformed() throws IOException {
        byte[] whole = gzip("{\"productId\":\"x\",\"title\":\"t\"}\n".repeat(100));

        send("POST", "/v1/products", NDJSON, java.util.Arrays.copyOf(whole, whole.length / 2))
                .statusCode(400);
    }

    @Test
    void moreThanElevenMegabytesOnTheWireAreTooMuch() throws IOException {
        String head = "POST /v1/products HTTP/1.1\r\nHost: shop\r\nContent-Type: " + NDJSON
                + "\r\nAuthorization: Bearer " + TestTokens.withRoles(Role.OPERATOR)
                + "\r\nContent-Length: 12000000\r\n\r\n";

        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream().write(utf8(head));
            byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 413".length());

            assertThat(new String(status, StandardCharsets.UTF_8)).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void deepNestingIsMalformed() {
        put("deep", "{\"title\":" + "[".repeat(10_000)).statusCode(400);
        put("deep", "{\"attributes\":" + "{\"a\":".repeat(900) + "1" + "}".repeat(901))
                .statusCode(400);
    }
}
