package dev.aisle.ingest.settings.schemas;

import dev.aisle.contracts.ingest.v1.EventSchema;
import dev.aisle.ingest.settings.schemas.DeclareEvents.Outcome;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.problem.Problem;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** What the shop's own events may carry. */
@Path("/v1/event-schemas")
@Changes("schema")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.OPERATOR, Role.STOREFRONT, Role.MARKETER, Role.ANALYST, Role.PRIVACY_OFFICER})
class EventSchemaResource {
    private static final int MOST_BYTES = 64 * 1024;
    private static final int RETRY_AFTER_SECONDS = 5;

    private final CurrentSchemas schemas;
    private final DeclareEvents declareEvents;

    EventSchemaResource(CurrentSchemas schemas, DeclareEvents declareEvents) {
        this.schemas = schemas;
        this.declareEvents = declareEvents;
    }

    record SchemaList(List<EventSchemaView> eventSchemas) {}

    @GET
    public SchemaList list() {
        return new SchemaList(
                schemas.get().all().stream().map(EventSchemaView::of).toList());
    }

    @GET
    @Path("/{name}")
    public Response get(@PathParam("name") String name) {
        return schemas.get()
                .of(name)
                .map(schema -> Response.ok(EventSchemaView.of(schema)).build())
                .orElseGet(() -> Problems.notFound("event-schema"));
    }

    @PUT
    @Path("/{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.OPERATOR)
    public Response put(@PathParam("name") String name, InputStream body) throws IOException {
        byte[] json = body.readNBytes(MOST_BYTES + 1);
        if (json.length > MOST_BYTES) {
            return Problems.answer(
                    Problem.of("too-large", 413, "Expected a schema of at most " + MOST_BYTES + " bytes."));
        }
        return switch (SchemaDocument.read(name, json)) {
            case SchemaReading.Valid valid -> declared(valid.schema());
            case SchemaReading.Invalid invalid ->
                Problems.invalidField(invalid.fault().field(), invalid.fault().message());
            case SchemaReading.Malformed malformed ->
                Problems.malformed("The body is no schema: " + malformed.message() + ".");
        };
    }

    @DELETE
    @Path("/{name}")
    @RolesAllowed(Role.OPERATOR)
    public Response remove(@PathParam("name") String name) {
        return SchemaDocument.isName(name) ? answer(declareEvents.remove(name)) : answer(Outcome.NO_SUCH_SCHEMA);
    }

    private Response declared(EventSchema schema) {
        Outcome outcome = declareEvents.declare(schema);
        return switch (outcome) {
            case DECLARED ->
                Response.status(Response.Status.CREATED)
                        .entity(EventSchemaView.of(schema))
                        .build();
            case REPLACED -> Response.ok(EventSchemaView.of(schema)).build();
            case REMOVED, NO_SUCH_SCHEMA, KNOWN_EVENT, UNAVAILABLE -> answer(outcome);
        };
    }

    private static Response answer(Outcome outcome) {
        return switch (outcome) {
            case DECLARED, REPLACED, REMOVED -> Response.noContent().build();
            case NO_SUCH_SCHEMA -> Problems.notFound("event-schema");
            case KNOWN_EVENT ->
                Problems.conflict(
                        "known-event",
                        "Every shop sends this event; GET /v1/event-types says what it carries. Take another name.");
            case UNAVAILABLE ->
                Problems.unavailable("The broker did not take the change. Send it again.", RETRY_AFTER_SECONDS);
        };
    }
}
