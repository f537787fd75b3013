package dev.aisle.ingest.protocols.browser;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.aisle.ingest.door.edge.Failures;
import dev.aisle.ingest.settings.keys.KeyCheck;
import dev.aisle.ingest.settings.keys.WriteKeys;
import dev.aisle.platform.problem.Problems;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What {@code @segment/analytics-next} asks besides sending events. A page has no token, so no role is asked for. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
class SegmentSettingsResource {
    private final WriteKeys writeKeys;

    SegmentSettingsResource(WriteKeys writeKeys) {
        this.writeKeys = writeKeys;
    }

    /** No integration but the one that sends to us, and no metrics of the SDK's own, which would go to its maker. */
    record Settings(
            Map<String, Integration> integrations,
            Metrics metrics,
            Map<String, Boolean> enabledMiddleware,
            List<String> remotePlugins,
            boolean legacyVideoPluginsEnabled) {}

    record Integration(
            String apiKey,
            String apiHost,
            String protocol,
            boolean retryQueue,
            boolean addBundledMetadata,
            List<String> unbundledIntegrations) {}

    record Metrics(double sampleRate, String host, String protocol) {}

    record Success(@JsonProperty boolean success) {}

    @GET
    @PermitAll
    @Path("/projects/{writeKey}/settings")
    @Operation(summary = "The settings from which Segment's browser SDK boots: set its cdnURL to this service")
    @APIResponse(responseCode = "200", description = "Events go to /v1 of the host that was asked")
    @APIResponse(responseCode = "404", description = "No write key of ours: the SDK doesn't start")
    public Response settings(@PathParam("writeKey") String writeKey, @Context HttpServerRequest request) {
        KeyCheck check = writeKeys.look(writeKey);
        if (!(check instanceof KeyCheck.Passed)) {
            return check instanceof KeyCheck.NotYet ? Failures.keysNotKnown() : Problems.notFound("write-key");
        }
        String host = request.authority() + "/v1";
        String protocol = request.isSSL() || "https".equals(request.scheme()) ? "https" : "http";
        Integration integration = new Integration(writeKey, host, protocol, true, false, List.of());
        Settings settings = new Settings(
                Map.of("Segment.io", integration), new Metrics(0, host, protocol), Map.of(), List.of(), false);
        return Response.ok(settings)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=120")
                .build();
    }

    @POST
    @PermitAll
    @Path("/m{slash:/?}")
    @Operation(summary = "Metrics of the SDK about itself: accepted and thrown away")
    public Success metrics() {
        return new Success(true);
    }
}
