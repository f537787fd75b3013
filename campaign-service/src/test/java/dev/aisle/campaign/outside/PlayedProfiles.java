package dev.aisle.campaign.outside;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** profile-service: every segment is there but those called {@code unknown…}; asked for {@code away…} it is not there itself. */
final class PlayedProfiles {
    private final HttpServer server;

    private PlayedProfiles(HttpServer server) {
        this.server = server;
    }

    static PlayedProfiles start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/segments/", PlayedProfiles::segment);
        server.start();
        return new PlayedProfiles(server);
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
    }

    private static void segment(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestURI().getPath().substring("/v1/segments/".length());
        boolean known = ("Bearer " + PlayedRecommender.TOKEN)
                .equals(exchange.getRequestHeaders().getFirst("Authorization"));
        int status = id.startsWith("unknown") ? 404 : id.startsWith("away") ? 503 : 200;
        exchange.sendResponseHeaders(known ? status : 401, -1);
        exchange.close();
    }
}
