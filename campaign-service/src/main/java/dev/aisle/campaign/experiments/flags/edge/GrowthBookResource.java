package dev.aisle.campaign.experiments.flags.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.campaign.experiments.flags.usecase.EvaluateRemotely;
import dev.aisle.campaign.experiments.flags.usecase.FlagCatalogue;
import dev.aisle.platform.problem.ByteOrderMark;
import dev.aisle.platform.problem.Problem;
import dev.aisle.platform.problem.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Flags for GrowthBook's SDKs: to evaluate where they run, or here. */
@Path("/api")
@RunOnVirtualThread
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "flags")
class GrowthBookResource {
    private static final int MOST_CHARACTERS = 64 * 1024;

    private final FlagCatalogue catalogue;
    private final OpenPayload payload;
    private final EvaluateRemotely evaluateRemotely;
    private final ClientGate gate;
    private final ObjectMapper json;

    GrowthBookResource(
            FlagCatalogue catalogue,
            OpenPayload payload,
            EvaluateRemotely evaluateRemotely,
            ClientGate gate,
            ObjectMapper json) {
        this.catalogue = catalogue;
        this.payload = payload;
        this.evaluateRemotely = evaluateRemotely;
        this.gate = gate;
        this.json = json;
    }

    @GET
    @Path("/features/{clientKey}")
    @Operation(
            summary = "GrowthBook's payload",
            description =
                    "It is public: flags whose rules look at anything personal are not in it, and are evaluated by"
                            + " /api/eval and OFREP only.")
    public Response features(
            @PathParam("clientKey") String key, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        Response refused = refused(key);
        if (refused != null) {
            return refused;
        }
        OpenPayload.Written written = payload.of(catalogue.now());
        return (ETags.matches(known, written.tag()) ? Response.notModified() : Response.ok(written.text()))
                .header(HttpHeaders.ETAG, written.tag())
                .header(
                        HttpHeaders.CACHE_CONTROL,
                        "public, max-age=30, stale-while-revalidate=3600, stale-if-error=36000")
                .header("x-sse-support", "enabled")
                .build();
    }

    @POST
    @Path("/eval/{clientKey}")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Evaluate all flags for an SDK that keeps no rules")
    public Response evaluate(@PathParam("clientKey") String key, @Nullable String body) {
        Response refused = refused(key);
        if (refused != null) {
            return refused;
        }
        if (body != null && body.length() > MOST_CHARACTERS) {
            return Problems.answer(Problem.of("too-large", 413, "Send at most " + MOST_CHARACTERS + " characters."));
        }
        try {
            JsonNode sent = json.readTree(body == null ? "" : ByteOrderMark.without(body));
            return sent.path("attributes").isObject()
                    ? Response.ok(evaluateRemotely.evaluate(sent))
                            .header(HttpHeaders.CACHE_CONTROL, "no-store")
                            .header("x-sse-support", "enabled")
                            .build()
                    : Problems.invalidField("attributes", "send an object, such as {\"id\": \"…\"}");
        } catch (JsonProcessingException e) {
            return Problems.malformed("The body is not valid JSON.");
        }
    }

    private @Nullable Response refused(String key) {
        return switch (gate.enter(key)) {
            case LET_IN -> null;
            case UNKNOWN -> Problems.notFound("client-key");
            case TOO_OFTEN ->
                Response.fromResponse(Problems.answer(Problem.of("too-often", 429, "Too many requests with this key.")))
                        .header(HttpHeaders.RETRY_AFTER, 1)
                        .build();
        };
    }
}
