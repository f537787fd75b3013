package dev.aisle.ingest.door.edge;

import dev.aisle.ingest.door.domain.BodyReader;
import dev.aisle.ingest.door.domain.Call;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The Segment HTTP Tracking API. Its clients have a write key instead of a token, so no role is asked for. */
@Path("/v1")
@RunOnVirtualThread
public class SegmentResource {
    private static final String CALLS = "batch|import|track|identify|page|screen|group|alias|t|i|p|s|g|a|b";

    private final Reception reception;

    SegmentResource(Reception reception) {
        this.reception = reception;
    }

    @POST
    @PermitAll
    @Path("/{call:(" + CALLS + ")}{slash:/?}")
    @Operation(
            summary = "Events of the Segment API: one, or many in a batch",
            description =
                    "The write key is the user name of Basic or writeKey in the body. Any Content-Type, gzip or not. "
                            + "With ?validate=true nothing is stored and the answer says what would become of each event.")
    @RequestBody(
            content =
                    @Content(mediaType = "application/json", examples = @ExampleObject(name = "a batch", value = """
                                    {"batch":[{"type":"track","event":"Product Viewed","userId":"42","messageId":"m-1",
                                    "properties":{"product_id":"tea-1","price":12.99,"currency":"EUR"}}]}""")))
    @APIResponse(
            responseCode = "200",
            description = "Acknowledged by the broker; what was dropped or rejected is listed",
            content = @Content(mediaType = "application/json", examples = @ExampleObject(name = "taken", value = """
                                    {"success":true,"accepted":1,"dropped":[],"rejected":[]}""")))
    @APIResponse(responseCode = "400", description = "Not JSON, or the one event of the request is wrong")
    @APIResponse(responseCode = "401", description = "No write key, or none of ours")
    @APIResponse(responseCode = "413", description = "Over 500 KB, 2,500 events, or 32 KB for a single event")
    @APIResponse(responseCode = "503", description = "Not acknowledged: send the same messageIds again")
    public Response take(@PathParam("call") String step, @Context HttpServerRequest http, InputStream body) {
        ClientRequest request = ClientRequest.of(http);
        Call call = Call.ofPath(step).orElseThrow();
        return reception.receive(
                request, body, bytes -> request.completion().of(BodyReader.read(bytes, call)), SegmentAnswers::of);
    }
}
