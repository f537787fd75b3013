package dev.aisle.ingest.protocols.ga4;

import dev.aisle.ingest.door.edge.ClientRequest;
import dev.aisle.ingest.door.edge.Failures;
import dev.aisle.ingest.door.edge.Reception;
import dev.aisle.ingest.door.usecase.Intake;
import dev.aisle.ingest.door.usecase.Preview;
import dev.aisle.ingest.door.usecase.ValidateEvents;
import dev.aisle.ingest.door.usecase.Verdict;
import dev.aisle.ingest.protocols.ga4.ValidationMessage.Code;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * Google's Measurement Protocol for GA4. Its clients have an api_secret, which is a write key, instead of a token. Google
 * answers 204 to whatever it is sent; here a request that can't be taken as a whole says so, since a loss that nobody sees
 * is the worse surprise.
 */
@Path("/")
@RunOnVirtualThread
class MeasurementResource {
    private static final String EXAMPLE = """
            {"client_id":"456.789","timestamp_micros":"1764061200000000","events":[{"name":"view_item",
            "params":{"currency":"EUR","value":12.99,"items":[{"item_id":"tea-1","item_name":"Tea","price":12.99}]}}]}""";

    private final Reception reception;
    private final ValidateEvents validateEvents;

    MeasurementResource(Reception reception, ValidateEvents validateEvents) {
        this.reception = reception;
        this.validateEvents = validateEvents;
    }

    record Validation(List<ValidationMessage> validationMessages) {}

    @POST
    @PermitAll
    @Path("/mp/collect")
    @Operation(summary = "Events of Google's Measurement Protocol, at most 25")
    @Parameter(name = "api_secret", description = "a write key")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "a product view", value = EXAMPLE)))
    @APIResponse(responseCode = "204", description = "Acknowledged by the broker; single events may have been rejected")
    @APIResponse(responseCode = "400", description = "Not JSON, or without events")
    @APIResponse(responseCode = "401", description = "The api_secret is no write key of ours")
    @APIResponse(responseCode = "413", description = "Over 500 KB or 25 events")
    @APIResponse(responseCode = "503", description = "Not acknowledged: send it again")
    public Response collect(@Context HttpServerRequest http, InputStream body) {
        ClientRequest request = new ClientRequest(http, "api_secret");
        return reception.receive(
                request,
                body,
                bytes -> request.completionFromBrowser().of(MeasurementReader.read(bytes)),
                MeasurementResource::answer);
    }

    private static Response answer(Intake intake) {
        return switch (intake) {
            case Intake.Taken ignored -> Response.noContent().build();
            case Intake.Refusal refusal -> Failures.of(refusal);
        };
    }

    @POST
    @PermitAll
    @Path("/debug/mp/collect")
    @Operation(summary = "What is wrong with a request of the Measurement Protocol; stores nothing")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "a product view", value = EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "An empty list when nothing is wrong",
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "a reserved name", value = """
                                    {"validationMessages":[{"fieldPath":"events[0].name","description":"This name is reserved for
                                    events that Google collects itself.","validationCode":"NAME_RESERVED"}]}""")))
    public Response debug(@Context HttpServerRequest http, InputStream body) {
        ClientRequest request = new ClientRequest(http, "api_secret");
        return reception.bounded(request, body, bytes -> validate(bytes, request));
    }

    private Response validate(byte[] bytes, ClientRequest request) {
        List<ValidationMessage> messages = new ArrayList<>(MeasurementChecks.of(bytes));
        switch (validateEvents.validate(MeasurementReader.read(bytes), request.caller())) {
            case Preview.TurnedAway away
            when away.refusal() instanceof Intake.Unavailable || away.refusal() instanceof Intake.RateLimited -> {
                return Failures.of(away.refusal());
            }
            case Preview.TurnedAway away
            when away.refusal() instanceof Intake.KeyRefused refused ->
                messages.add(new ValidationMessage("api_secret", refused.message(), Code.VALUE_INVALID));
            case Preview.TurnedAway ignored -> {
                // The checks have said it already, in Google's words.
            }
            case Preview.Seen seen -> addRejections(seen, messages);
        }
        return Response.ok(new Validation(messages), MediaType.APPLICATION_JSON).build();
    }

    private static void addRejections(Preview.Seen seen, List<ValidationMessage> messages) {
        for (Verdict verdict : seen.verdicts()) {
            if (verdict instanceof Verdict.Rejected rejected) {
                ValidationMessage message = MeasurementChecks.of(rejected.rejection());
                boolean known = messages.stream().anyMatch(m -> m.fieldPath().equals(message.fieldPath()));
                if (!known) {
                    messages.add(message);
                }
            }
        }
    }
}
