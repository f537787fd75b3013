package dev.aisle.local.bench.campaigns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/** Answers like the vault of privacy-service, without its database, keys and audit: everybody has an address. */
final class PlayedVault implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpServer server;

    PlayedVault() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/vault/resolve", PlayedVault::resolve);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static void resolve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = JSON.createObjectNode();
            var answers = answer.putArray("answers");
            for (JsonNode subject : JSON.readTree(exchange.getRequestBody()).path("subjects")) {
                answers.addObject()
                        .put("subject", subject.asText())
                        .put("outcome", "deliver")
                        .putArray("to")
                        .add(subject.asText().substring(9) + "@shop.example");
            }
            var bytes = JSON.writeValueAsBytes(answer);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
