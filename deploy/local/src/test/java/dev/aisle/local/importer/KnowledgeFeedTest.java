package dev.aisle.local.importer;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.PortPlan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the answers of recommender-service as its API gives them. */
class KnowledgeFeedTest {
    private static final int OFFSET_OF_SERVICE = 3;
    private static final String ANSWER = """
            {"stored":true,"created":2,"changed":0,"approved":0,"unchanged":1,"rejected":1,
             "errors":[{"line":9,"article":"b","locale":"en","field":"body","message":"must have a text"}],
             "changes":[{"article":"a","locale":"en","change":"CREATED","version":1}]}
            """;

    @TempDir
    Path folder;

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private HttpServer issuer;
    private HttpServer service;

    @BeforeEach
    void play() throws IOException {
        while (service == null) {
            issuer = at(0);
            try {
                service = at(issuer.getAddress().getPort() + OFFSET_OF_SERVICE);
            } catch (IOException e) {
                issuer.stop(0);
            }
        }
        issuer.createContext(
                "/aisle/token", exchange -> answer(exchange, "{\"access_token\":\"t\",\"expires_in\":3600}"));
        service.createContext("/v1/articles/import", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            calls.add(exchange.getRequestURI().getQuery() + "\n" + body);
            answer(exchange, ANSWER);
        });
        issuer.start();
        service.start();
    }

    private static HttpServer at(int port) throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @AfterEach
    void end() {
        issuer.stop(0);
        service.stop(0);
    }

    @Test
    void allFilesGoTogetherAndARefusedArticleIsNamedByItsOwnFileAndLine() throws IOException {
        Files.createDirectories(folder.resolve("en"));
        Files.writeString(folder.resolve("en/a.md"), "First.\n");
        Files.writeString(folder.resolve("en/b.md"), "Second.\nThird.\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        KnowledgeFeed feed = new KnowledgeFeed(
                new ApiClient(new PortPlan(issuer.getAddress().getPort())),
                new Progress(new PrintStream(out, true, StandardCharsets.UTF_8)),
                "approved",
                true);

        boolean allTaken = feed.send(folder, folder.resolve("bad.txt"), "bad.txt");

        assertThat(allTaken).isFalse();
        assertThat(calls)
                .containsExactly(
                        "state=approved&dryRun=true\n---\nid: a\nlocale: en\n---\nFirst.\n---\nid: b\nlocale: en\n---\nSecond.\nThird.\n");
        assertThat(Files.readString(folder.resolve("bad.txt")))
                .isEqualTo(folder.resolve("en/b.md") + ":1: body must have a text\n");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("2 articles new", "1 refused", "created   a/en version 1", "--dry-run");
    }
}
