package dev.aisle.ingest.protocols.browser;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Pixels where Segment has them. They have a write key and no token. */
@Path("/v1/pixel")
@RunOnVirtualThread
class SegmentPixelResource {
    private final Pixels pixels;

    SegmentPixelResource(Pixels pixels) {
        this.pixels = pixels;
    }

    @GET
    @PermitAll
    @Path("/{call:(track|identify|page|screen|group|alias)}")
    @Operation(
            summary = "One event as a picture, at Segment's address",
            description = "?data= is the event as base64url of JSON, ?writeKey= the key when the event has none. "
                    + "With ?validate=true the answer is JSON and nothing is stored.")
    @APIResponse(responseCode = "200", description = "A transparent GIF, whether the event was taken or not")
    @APIResponse(responseCode = "503", description = "Not acknowledged by the broker")
    public Response take(
            @PathParam("call") String step,
            @QueryParam("data") @Nullable String data,
            @Context HttpServerRequest http) {
        return pixels.take(step, data, http);
    }
}
