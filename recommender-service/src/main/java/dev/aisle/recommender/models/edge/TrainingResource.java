package dev.aisle.recommender.models.edge;

import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.problem.Problem;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.problem.StrictBodies;
import dev.aisle.platform.security.Role;
import dev.aisle.recommender.models.domain.TrainingOrder;
import dev.aisle.recommender.models.store.TrainingRepository;
import dev.aisle.recommender.models.usecase.RunTrainings;
import dev.aisle.recommender.models.usecase.RunTrainings.Start.Busy;
import dev.aisle.recommender.models.usecase.RunTrainings.Start.Started;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** Trainings: start, follow, cancel. */
@Path("/v1/models/trainings")
@Changes("training")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class TrainingResource {
    private final RunTrainings runTrainings;
    private final TrainingRepository trainings;
    private final StrictBodies bodies;

    TrainingResource(RunTrainings runTrainings, TrainingRepository trainings, StrictBodies bodies) {
        this.runTrainings = runTrainings;
        this.trainings = trainings;
        this.bodies = bodies;
    }

    @POST
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            summary =
                    "Starts a training unless one runs, or takes a file that was trained outside; force goes on in spite of failed checks")
    @RequestBody(content = @Content(schema = @Schema(implementation = TrainingRequest.class)))
    public Response start(@Context SecurityContext caller, @Nullable String body) {
        TrainingRequest request = bodies.readOrEmpty(body, TrainingRequest.class);
        if (request.forced() && !Reason.isGiven(request.reason())) {
            return Problems.invalidField("reason", Reason.EXPECTED);
        }
        if (!request.namesAFile()) {
            return Problems.invalidField(
                    "file", "expected the name of a file in aisle.models.incoming: letters, digits, ., _ and -");
        }
        String forced = request.forced() ? request.reason() : null;
        return switch (runTrainings.start(
                new TrainingOrder(caller.getUserPrincipal().getName(), forced, request.file()))) {
            case Started started ->
                Response.accepted(TrainingView.of(started.training()))
                        .location(addressOf(started.training().id()))
                        .build();
            case Busy busy ->
                Response.fromResponse(Problems.conflict(
                                "training-running", "A training runs already, see the Location header."))
                        .header(HttpHeaders.LOCATION, addressOf(busy.running()))
                        .build();
        };
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Role.OPERATOR)
    public Response get(@PathParam("id") String id) {
        return parse(id)
                .flatMap(trainings::find)
                .map(training -> Response.ok(TrainingView.of(training)).build())
                .orElseGet(() -> Problems.notFound("training"));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.OPERATOR)
    public Response cancel(@PathParam("id") String id) {
        Optional<UUID> parsed = parse(id);
        if (parsed.isEmpty()) {
            return Problems.notFound("training");
        }
        return switch (runTrainings.cancel(parsed.get())) {
            case REQUESTED ->
                Response.fromResponse(get(id)).status(Response.Status.ACCEPTED).build();
            case ALREADY_ENDED ->
                Problems.answer(
                        Problem.of("training-ended", 409, "The training has ended; there is nothing to cancel."));
            case UNKNOWN -> Problems.notFound("training");
        };
    }

    private static URI addressOf(UUID id) {
        return URI.create("/v1/models/trainings/" + id);
    }

    private static Optional<UUID> parse(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
