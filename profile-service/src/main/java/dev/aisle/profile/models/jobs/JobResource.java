package dev.aisle.profile.models.jobs;

import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.problem.Problem;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.profile.models.fitting.JobKind;
import dev.aisle.profile.models.jobs.RunJobs.Start.Busy;
import dev.aisle.profile.models.jobs.RunJobs.Start.NoneLeft;
import dev.aisle.profile.models.jobs.RunJobs.Start.Started;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Jobs that fit models: start, list, follow, cancel. */
@Path("/v1/jobs")
@Changes("training")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class JobResource {
    private static final int MOST = 100;

    private final RunJobs runJobs;

    JobResource(RunJobs runJobs) {
        this.runJobs = runJobs;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OPERATOR, Role.ANALYST})
    @Operation(summary = "Starts a job unless one of its kind runs")
    @APIResponse(
            responseCode = "202",
            description = "It will be done; see its Location",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public Response start(@Nullable JobRequest request) {
        String label = request == null || request.kind() == null ? "" : request.kind();
        Optional<JobKind> kind = JobKind.of(label);
        if (kind.isEmpty()) {
            return unknownKind();
        }
        return switch (runJobs.start(kind.get())) {
            case Started started ->
                Response.accepted(JobView.of(started.run()))
                        .location(addressOf(started.run().id()))
                        .build();
            case Busy busy ->
                Response.fromResponse(Problems.conflict(
                                "job-running", "A job of this kind runs already, see the Location header."))
                        .header(HttpHeaders.LOCATION, addressOf(busy.running()))
                        .build();
            case NoneLeft _ -> Problems.noAnswersLeft();
        };
    }

    @GET
    @RolesAllowed({Role.OPERATOR, Role.ANALYST})
    @Operation(summary = "The latest runs, the latest first")
    @APIResponse(
            responseCode = "200",
            description = "At most a hundred",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = JobView.class)))
    public Response list(@QueryParam("kind") @Nullable String label) {
        Optional<JobKind> kind = label == null ? Optional.empty() : JobKind.of(label);
        if (label != null && kind.isEmpty()) {
            return unknownKind();
        }
        return Response.ok(runJobs.latest(kind.orElse(null), MOST).stream()
                        .map(JobView::of)
                        .toList())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.OPERATOR, Role.ANALYST})
    @Operation(summary = "A run as it stands")
    @APIResponse(
            responseCode = "200",
            description = "The run",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public Response get(@PathParam("id") String id) {
        return parse(id)
                .flatMap(runJobs::find)
                .map(run -> Response.ok(JobView.of(run))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build())
                .orElseGet(() -> Problems.notFound("job"));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Role.OPERATOR, Role.ANALYST})
    @Operation(summary = "Cancels a run")
    public Response cancel(@PathParam("id") String id) {
        Optional<UUID> parsed = parse(id);
        if (parsed.isEmpty()) {
            return Problems.notFound("job");
        }
        return switch (runJobs.cancel(parsed.get())) {
            case REQUESTED ->
                Response.fromResponse(get(id)).status(Response.Status.ACCEPTED).build();
            case ALREADY_ENDED ->
                Problems.answer(Problem.of("job-ended", 409, "The job has ended; there is nothing to cancel."));
            case UNKNOWN -> Problems.notFound("job");
        };
    }

    private static Response unknownKind() {
        return Problems.invalidField(
                "kind",
                "expected one of "
                        + Arrays.stream(JobKind.values()).map(JobKind::label).collect(Collectors.joining(", ")));
    }

    private static URI addressOf(UUID id) {
        return URI.create("/v1/jobs/" + id);
    }

    private static Optional<UUID> parse(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
