package dev.aisle.recommender.assistant.element.edge;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Gives the chat element to every page. There is nothing of a shop or of a person in it. */
@Path("/chat.js")
public class ChatScriptResource {
    /** Long enough for a visit, short enough for a repair to arrive soon. */
    private static final String CACHING = "public, max-age=300, stale-while-revalidate=86400, stale-if-error=86400";

    private final ChatScript script;

    ChatScriptResource(ChatScript script) {
        this.script = script;
    }

    @GET
    @PermitAll
    @NonBlocking
    @Produces("text/javascript; charset=utf-8")
    @Operation(
            summary = "The chat element",
            description = "One script without a framework: docs/chat-element.md says how a page embeds it.")
    @APIResponse(responseCode = "200", description = "JavaScript that defines the element aisle-chat")
    @APIResponse(responseCode = "304", description = "The page has it already")
    public Response script(@Context Request request) {
        EntityTag tag = new EntityTag(script.tag());
        ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        ResponseBuilder answer = unchanged == null ? Response.ok(script.text()).tag(tag) : unchanged;
        return answer.header(HttpHeaders.CACHE_CONTROL, CACHING)
                // A page may ask for it with the hash of its text (integrity), or isolate itself from other origins.
                .header("Access-Control-Allow-Origin", "*")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
