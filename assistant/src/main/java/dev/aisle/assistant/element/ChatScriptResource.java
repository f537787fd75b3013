package dev.aisle.assistant.element;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.platform.elements.ElementScript;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Gives the chat element to every page. There is nothing of a shop or of a person in it. */
@Path("/chat.js")
class ChatScriptResource {
    private final ElementScript script;

    ChatScriptResource(ObjectMapper json) {
        script = ElementScript.of(
                ChatScriptResource.class,
                "/assistant/chat/",
                List.of("window.css", "messages.css"),
                List.of(
                        "texts.js",
                        "memory.js",
                        "wire.js",
                        "nodes.js",
                        "messages.js",
                        "panel.js",
                        "element.js",
                        "start.js"),
                json);
    }

    @GET
    @PermitAll
    @NonBlocking
    @Produces(ElementScript.TYPE)
    @Operation(
            summary = "The chat element",
            description = "One script without a framework: docs/chat-element.md says how a page embeds it.")
    @APIResponse(responseCode = "200", description = "JavaScript that defines the element aisle-chat")
    @APIResponse(responseCode = "304", description = "The page has it already")
    public Response script(@Context Request request) {
        return script.answer(request);
    }
}
