package dev.aisle.assistant.understanding.intents;

import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.problem.Problem.FieldError;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A shop's own examples of what its shoppers want. */
@Path("/v1/assistant/examples")
@Changes("example")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "understanding")
class ExampleResource {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private final KeepExamples keepExamples;

    ExampleResource(KeepExamples keepExamples) {
        this.keepExamples = keepExamples;
    }

    record ExampleView(String id, String text, String locale, String intent) {
        static ExampleView of(OwnExample own) {
            return new ExampleView(
                    own.id(),
                    own.example().text(),
                    own.example().language().tag(),
                    own.example().intent().wireName());
        }
    }

    record ExampleList(List<ExampleView> examples) {}

    @GET
    @RolesAllowed({Role.MARKETER, Role.OPERATOR, Role.ANALYST})
    @Operation(summary = "The shop's own examples by id")
    public ExampleList list() {
        return new ExampleList(keepExamples.all().stream().map(ExampleView::of).toList());
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.MARKETER)
    @Operation(summary = "Adds or changes an example; it is learned from within seconds")
    public Response put(@PathParam("id") String id, @Nullable ExampleBody body) {
        if (body == null) {
            return Problems.malformed("Send a JSON object with text, locale and intent.");
        }
        List<FieldError> errors = new ArrayList<>();
        if (!ID.matcher(id).matches()) {
            errors.add(new FieldError("id", "must be 1 to 100 of A-Z, a-z, 0-9, dot, dash and underscore"));
        }
        Optional<OwnExample> own = body.example(id, errors);
        if (own.isEmpty()) {
            return Problems.invalidFields(errors);
        }
        return switch (keepExamples.put(own.get())) {
            case NEW ->
                Response.status(Response.Status.CREATED)
                        .entity(ExampleView.of(own.get()))
                        .build();
            case CHANGED -> Response.ok(ExampleView.of(own.get())).build();
            case TOO_MANY ->
                Problems.conflict(
                        "too-many-examples",
                        "There are " + KeepExamples.MOST + " examples of this locale already; delete one first.");
        };
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.MARKETER)
    @Operation(summary = "Takes an example away")
    public Response delete(@PathParam("id") String id) {
        return ID.matcher(id).matches() && keepExamples.delete(id)
                ? Response.noContent().build()
                : Problems.notFound("example");
    }
}
