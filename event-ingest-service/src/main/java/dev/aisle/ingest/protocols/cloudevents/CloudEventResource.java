package dev.aisle.ingest.protocols.cloudevents;

import dev.aisle.ingest.door.edge.ClientRequest;
import dev.aisle.ingest.door.edge.Failures;
import dev.aisle.ingest.door.edge.Reception;
import dev.aisle.ingest.door.usecase.Intake;
import dev.aisle.ingest.protocols.segment.SegmentAnswers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * CloudEvents 1.0 over HTTP in its three modes. Senders have a write key instead of a token; a web hook can't set headers, so
 * the key may stand in the address.
 */
@Path("/cloudevents{slash:/?}")
@RunOnVirtualThread
class CloudEventResource {
    private static final String PREFIX = "ce-";

    private final Reception reception;

    CloudEventResource(Reception reception) {
        this.reception = reception;
    }

    @POST
    @PermitAll
    @Operation(
            summary = "CloudEvents: binary, structured or batched",
            description =
                    "The type is com.segment.track and the like with a call of the Segment API as data, or the name of the "
                            + "event with its properties as data; the person is the extension userid or anonymousid, or the subject "
                            + "customer_id:42. Repetitions are known by source and id. ?validate=true stores nothing.")
    @Parameter(name = "writeKey", description = "the write key of a web hook; otherwise it is the user name of Basic")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/cloudevents+json",
                            examples = @ExampleObject(name = "structured", value = """
                                    {"specversion":"1.0","id":"1","source":"/shop","type":"view_item","userid":"42",
                                    "time":"2026-11-25T09:00:00Z","data":{"items":[{"item_id":"tea-1"}]}}""")))
    @APIResponse(
            responseCode = "202",
            description = "Acknowledged by the broker; what was dropped or rejected is listed")
    @APIResponse(responseCode = "400", description = "No CloudEvent 1.0")
    @APIResponse(responseCode = "401", description = "No write key, or none of ours")
    @APIResponse(responseCode = "415", description = "Another format than JSON")
    @APIResponse(responseCode = "503", description = "Not acknowledged: send it again")
    public Response take(@Context HttpServerRequest http, InputStream body) {
        ClientRequest request = new ClientRequest(http, "writeKey");
        String contentType = request.header("Content-Type");
        Map<String, String> attributes = attributes(http);
        return switch (ContentMode.of(contentType, !attributes.isEmpty())) {
            case BATCH -> reception.receive(request, body, CloudEventReader::batch, CloudEventResource::answer);
            case STRUCTURED ->
                reception.receive(request, body, CloudEventReader::structured, CloudEventResource::answer);
            case BINARY ->
                reception.receive(
                        request,
                        body,
                        bytes -> CloudEventReader.binary(attributes, contentType, bytes),
                        CloudEventResource::answer);
            case NOT_UNDERSTOOD ->
                Failures.of(
                        415,
                        "unsupported-content",
                        "Send application/cloudevents+json, application/cloudevents-batch+json, or ce- headers with JSON.");
        };
    }

    /** Those of the {@code ce-} headers; of one that stands there twice the first counts. */
    private static Map<String, String> attributes(HttpServerRequest http) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Map.Entry<String, String> header : http.headers()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (name.startsWith(PREFIX)) {
                attributes.putIfAbsent(name.substring(PREFIX.length()), header.getValue());
            }
        }
        return attributes;
    }

    private static Response answer(Intake intake) {
        boolean notUnderstood = intake instanceof Intake.Taken taken
                && taken.single()
                && taken.rejected().stream().anyMatch(r -> r.fault().code().equals("unsupported-content"));
        return notUnderstood
                ? Failures.of(415, "unsupported-content", "datacontenttype: expected data in JSON")
                : SegmentAnswers.of(intake, Response.Status.ACCEPTED);
    }
}
