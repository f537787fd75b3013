package dev.aisle.local.campaigns;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.aisle.local.client.Json;
import dev.aisle.local.stack.PortPlan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The answers of campaign-service as its API gives them: it takes any definition that doesn't say "wrong". */
final class PlayedService implements AutoCloseable {
    private static final String REPORT = """
            {"campaign":"a","version":2,"told":true,"currency":"EUR","words":["Of a hundred people, 15.00 more ordered."],
             "arms":[{"arm":"holdout","people":400,"conversionRate":0.15,"revenuePerPerson":300.0},
                     {"arm":"treated","variation":"gift","people":400,"conversionRate":0.3,"revenuePerPerson":600.0}],
             "effect":{"conversionsPerHundred":{"value":15.0,"low":9.3,"high":20.7},"revenue":{"value":120000,"low":74000,"high":166000}},
             "responses":{"reached":380,"contacts":900,"opened":10,"clicked":90,"clickRate":0.1,"byContact":[{"contact":1,"clickRate":0.12}],
                          "said":{"too_often":7}}}
            """;

    private final HttpServer server;
    private final HttpServer issuer;
    private final PortPlan ports;
    private final Map<String, String> saved = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();

    PlayedService() throws IOException {
        // The issuer's port is the base, the service's is four above; the pair is sought until both are free.
        HttpServer base = null;
        HttpServer service = null;
        while (service == null) {
            base = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            try {
                service = HttpServer.create(
                        new InetSocketAddress(
                                InetAddress.getLoopbackAddress(),
                                base.getAddress().getPort() + 4),
                        0);
            } catch (IOException e) {
                base.stop(0);
            }
        }
        issuer = base;
        server = service;
        ports = new PortPlan(issuer.getAddress().getPort());
        issuer.createContext("/aisle/token", exchange -> {
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String client = form.replaceAll(".*client_id=([a-z-]+).*", "$1");
            answer(exchange, 200, "{\"access_token\":\"" + client + "\",\"expires_in\":3600}");
        });
        server.createContext("/v1/campaigns", this::campaigns);
        server.createContext("/v1/policy-evaluations", exchange -> {
            JsonNode asked = Json.read(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(
                    exchange,
                    200,
                    "{\"words\":[\"" + asked.path("campaign").asText() + " always "
                            + asked.at("/policy/always").asText() + "\"]}");
        });
        issuer.start();
        server.start();
    }

    PortPlan ports() {
        return ports;
    }

    /** What was changed, by whom: {@code demo PUT a}, {@code marketer approve a}. */
    List<String> calls() {
        return calls;
    }

    private void campaigns(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String who = exchange.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length());
        String id = path.length > 3 ? path[3] : "";
        String under = path.length > 4 ? path[4] : "";
        String whole = "{\"id\":\"" + id + "\",\"state\":\"running\",\"revision\":7,\"version\":{\"number\":2}}";
        if (under.equals("validations")) {
            answer(exchange, 200, validation(id, body));
        } else if (under.equals("bandit")) {
            answer(exchange, 200, "{\"words\":[\"Shown: 'bold' to 90.0 of a hundred.\"]}");
        } else if (under.equals("report")) {
            answer(exchange, 200, REPORT);
        } else if (under.equals("steps")) {
            calls.add(who + " " + Json.read(body).path("step").asText() + " " + id + " "
                    + exchange.getRequestHeaders().getFirst("If-Match"));
            answer(exchange, 200, whole);
        } else if (exchange.getRequestMethod().equals("PUT")) {
            calls.add(who + " PUT " + id + " " + exchange.getRequestHeaders().getFirst("If-Match"));
            saved.put(id, body);
            answer(exchange, 200, whole);
        } else if (id.isEmpty()) {
            answer(
                    exchange,
                    200,
                    "{\"campaigns\":[{\"id\":\"a\",\"kind\":\"coupon\",\"state\":\"running\",\"version\":1,"
                            + "\"waiting\":{\"version\":2,\"stage\":\"in_review\",\"author\":\"demo\"}}]}");
        } else {
            answer(exchange, saved.containsKey(id) ? 200 : 404, saved.containsKey(id) ? whole : "{}");
        }
    }

    private String validation(String id, String body) {
        if (body.contains("wrong")) {
            return "{\"change\":\"refused\",\"errors\":[{\"field\":\"/budget/amount\",\"message\":\"An amount isn't negative.\","
                    + "\"fix\":\"Write 0 or more.\"}],\"differences\":[]}";
        }
        String before = saved.get(id);
        String change = before == null ? "created" : before.equals(body) ? "unchanged" : "changed";
        return "{\"change\":\"" + change + "\",\"newest\":1,\"errors\":[],\"differences\":"
                + "[{\"place\":\"/holdout\",\"before\":0.05,\"after\":0.1}]}";
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        issuer.stop(0);
    }
}
