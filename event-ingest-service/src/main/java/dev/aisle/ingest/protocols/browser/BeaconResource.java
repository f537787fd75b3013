package dev.aisle.ingest.protocols.browser;

import dev.aisle.ingest.door.domain.BodyReader;
import dev.aisle.ingest.door.domain.Call;
import dev.aisle.ingest.door.edge.ClientRequest;
import dev.aisle.ingest.door.edge.Reception;
import dev.aisle.ingest.protocols.segment.SegmentAnswers;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * What {@code navigator.sendBeacon} sends while a page closes. It can't set a header, so the write key stands in the address:
 * only here, because addresses end in logs. The key is public in a page anyway.
 */
@Path("/beacon/v1")
@RunOnVirtualThread
class BeaconResource {
    private final Reception reception;

    BeaconResource(Reception reception) {
        this.reception = reception;
    }

    @POST
    @PermitAll
    @Path("/{call:(batch|track|identify|page|screen|group|alias)}{slash:/?}")
    @Operation(summary = "Events by sendBeacon: as POST /v1/batch, with the key as ?writeKey=")
    @Parameter(name = "writeKey", description = "the write key, when the body has none")
    public Response take(@PathParam("call") String step, @Context HttpServerRequest http, InputStream body) {
        ClientRequest request = new ClientRequest(http, "writeKey");
        Call call = Call.ofPath(step).orElseThrow();
        return reception.receive(
                request,
                body,
                bytes -> request.completionWithUserAgent().of(BodyReader.read(bytes, call)),
                SegmentAnswers::of);
    }
}
