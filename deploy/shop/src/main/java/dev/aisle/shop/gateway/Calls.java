package dev.aisle.shop.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** The calls to one service for one visitor, with the storefront's own credentials and the browser's Global Privacy Control; each is noted in the visitor's journal. */
final class Calls {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Sender sender;
    private final Journal journal;
    private final BooleanSupplier optedOut;
    private final String service;
    private final URI address;

    Calls(Sender sender, Journal journal, BooleanSupplier optedOut, String service, URI address) {
        this.sender = sender;
        this.journal = journal;
        this.optedOut = optedOut;
        this.service = service;
        this.address = address;
    }

    Reply get(Kind kind, String path) {
        return get(kind, path, Map.of());
    }

    Reply get(Kind kind, String path, Map<String, String> headers) {
        return call(kind, "GET", path, MissingNode.getInstance(), sender.bearer(), headers);
    }

    Reply delete(Kind kind, String path) {
        return delete(kind, path, Map.of());
    }

    Reply delete(Kind kind, String path, Map<String, String> headers) {
        return call(kind, "DELETE", path, MissingNode.getInstance(), sender.bearer(), headers);
    }

    Reply post(Kind kind, String path, ObjectNode body) {
        return call(kind, "POST", path, body, sender.bearer(), Map.of());
    }

    /** A step that needs no words. */
    Reply post(Kind kind, String path) {
        return call(kind, "POST", path, MissingNode.getInstance(), sender.bearer(), Map.of());
    }

    Reply put(Kind kind, String path, ObjectNode body) {
        return call(kind, "PUT", path, body, sender.bearer(), Map.of());
    }

    /** A POST with other credentials than the storefront's token. */
    Reply post(Kind kind, String path, ObjectNode body, String authorization) {
        return call(kind, "POST", path, body, authorization, Map.of());
    }

    private Reply call(
            Kind kind, String method, String path, JsonNode body, String authorization, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", authorization)
                .method(
                        method,
                        body.isMissingNode() ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        if (!body.isMissingNode()) {
            request.header("Content-Type", "application/json");
        }
        if (optedOut.getAsBoolean()) {
            request.header("Sec-GPC", "1");
        }
        headers.forEach(request::header);
        long start = System.nanoTime();
        Reply reply = sender.send(request.build());
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        JsonNode answer = reply.json();
        Told told = Teller.of(kind, method, body, reply.status(), answer);
        journal.add(
                kind,
                service,
                method,
                path,
                new Journal.Exchanged(Shown.of(body), Shown.of(answer), reply.status(), millis, told));
        return reply;
    }
}
