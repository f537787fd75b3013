package dev.aisle.ingest.door.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

/** Sends a response whose entity is JSON to a connection that no JAX-RS resource serves. */
@Singleton
class JsonResponses {
    private final ObjectMapper json;

    JsonResponses(ObjectMapper json) {
        this.json = json;
    }

    void send(RoutingContext context, Response response) {
        HttpServerResponse answer = context.response();
        if (answer.closed() || answer.ended()) {
            return;
        }
        answer.setStatusCode(response.getStatus());
        response.getStringHeaders().forEach((name, values) -> answer.putHeader(name, values));
        answer.putHeader("Content-Type", String.valueOf(response.getMediaType()));
        answer.end(Buffer.buffer(bytes(response.getEntity())));
    }

    private byte[] bytes(Object entity) {
        try {
            return json.writeValueAsBytes(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer of ours is no JSON", e);
        }
    }
}
