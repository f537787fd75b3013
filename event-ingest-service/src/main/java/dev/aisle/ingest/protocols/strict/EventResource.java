package dev.aisle.ingest.protocols.strict;

import dev.aisle.ingest.door.edge.ClientRequest;
import dev.aisle.ingest.door.edge.Failures;
import dev.aisle.ingest.door.edge.Reception;
import dev.aisle.ingest.protocols.segment.SegmentAnswers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * One event in the suite's own shape, for a storefront that has no SDK and wants to be told of every mistake. It has a write key
 * instead of a token, as the clients of the other protocols.
 */
@Path("/v1/events")
@RunOnVirtualThread
class EventResource {
    private final Reception reception;

    EventResource(Reception reception) {
        this.reception = reception;
    }

    @POST
    @PermitAll
    @Operation(
            summary = "One event, refused when anything in it isn't known",
            description =
                    "Other protocols leave unknown properties out and go on; this one names them and takes nothing. "
                            + "The subject is the customer's id, or anonymous_id: before that of a browser. ?validate=true stores nothing.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "product view", value = """
                                    {"eventId":"018f3c1e-0000-7000-8000-000000000001","type":"product_viewed",
                                    "occurredAt":"2026-11-25T09:00:00Z","subject":"42","properties":{"sku":"tea-1"}}""")))
    @APIResponse(responseCode = "202", description = "Acknowledged by the broker, or dropped for lack of consent")
    @APIResponse(responseCode = "400", description = "The field that is wrong, and what was expected")
    @APIResponse(responseCode = "401", description = "No write key, or none of ours")
    @APIResponse(responseCode = "415", description = "Another format than JSON")
    @APIResponse(
            responseCode = "422",
            description = "A number of a payment card stands where an id of the shop belongs")
    @APIResponse(responseCode = "503", description = "Not acknowledged: send it again")
    public Response take(@Context HttpServerRequest http, InputStream body) {
        ClientRequest request = ClientRequest.of(http);
        return isJson(request.header("Content-Type"))
                ? reception.receive(
                        request,
                        body,
                        StrictEventReader::read,
                        intake -> SegmentAnswers.of(intake, Response.Status.ACCEPTED))
                : Failures.of(415, "unsupported-content", "Send application/json.");
    }

    private static boolean isJson(@Nullable String contentType) {
        return contentType != null
                && contentType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip().equals("application/json");
    }
}
