package dev.aisle.privacy.consent.preferences;

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

/** Gives the preference centre to every page. There is nothing of a shop or of a person in it. */
@Path("/preferences.js")
class PreferencesScriptResource {
    private final ElementScript script;

    PreferencesScriptResource(ObjectMapper json) {
        script = ElementScript.of(
                PreferencesScriptResource.class,
                "/preferences/",
                List.of("preferences.css"),
                List.of("texts.js", "wire.js", "uses.js", "known.js", "rights.js", "element.js", "start.js"),
                json);
    }

    @GET
    @PermitAll
    @NonBlocking
    @Produces(ElementScript.TYPE)
    @Operation(
            summary = "The preference centre",
            description = "One script without a framework: docs/preference-centre.md says how a page embeds it.")
    @APIResponse(responseCode = "200", description = "JavaScript that defines the element aisle-preferences")
    @APIResponse(responseCode = "304", description = "The page has it already")
    public Response script(@Context Request request) {
        return script.answer(request);
    }
}
