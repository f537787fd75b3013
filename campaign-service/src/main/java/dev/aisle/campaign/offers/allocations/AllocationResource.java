package dev.aisle.campaign.offers.allocations;

import dev.aisle.campaign.offers.allocations.AllocateOffers.Outcome;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.problem.Problem;
import dev.aisle.platform.problem.Problem.FieldError;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The budget of a campaign, allocated over its audience. */
@Path("/v1/campaigns/{id}/allocations")
@Changes("allocation")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "campaigns")
class AllocationResource {
    private final AllocateOffers allocateOffers;

    AllocationResource(AllocateOffers allocateOffers) {
        this.allocateOffers = allocateOffers;
    }

    /** Segments that the fairness report compares. */
    public record AllocationBody(
            @Nullable @Size(max = 20, message = "has more than 20 groups")
            List<
                            @NotNull(message = "is null")
                            @Pattern(
                                    regexp = "[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?",
                                    message = "is not a segment: 1 to 64 small letters, digits, hyphens")
                            String>
                    groups) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.MARKETER)
    @Operation(
            summary = "Allocate the budget over the audience",
            description =
                    "Each person gets one variation or none, so that they are expected to bring the most within the budget. It takes the place of the last allocation.")
    public Response allocate(
            @PathParam("id") String id,
            @NotNull(message = "send a JSON object, {} without groups to compare") @Valid AllocationBody body) {
        return switch (allocateOffers.allocate(id, body.groups() == null ? List.of() : body.groups())) {
            case Outcome.Done done ->
                Response.status(Response.Status.CREATED).entity(done.report()).build();
            case Outcome.Missing _ -> Problems.notFound("campaign");
            case Outcome.TooMany tooMany -> Problems.conflict("too-many-people", tooMany(tooMany.most()));
            case Outcome.Wrong wrong ->
                Problems.answer(Problem.of(
                        "not-allocated",
                        422,
                        null,
                        wrong.findings().stream()
                                .map(one -> new FieldError(one.place(), one.message() + " " + one.fix()))
                                .toArray(FieldError[]::new)));
        };
    }

    /** Why nothing was allocated over so many people. */
    static String tooMany(int most) {
        return "The audience has more than " + most + " people; narrow it, or use ./aisle compute offers.allocate.";
    }

    @GET
    @RolesAllowed({Role.MARKETER, Role.ANALYST})
    @Operation(summary = "How the last allocation went")
    public Response last(@PathParam("id") String id) {
        return allocateOffers
                .last(id)
                .map(report -> Response.ok(report, MediaType.APPLICATION_JSON).build())
                .orElseGet(() -> Problems.notFound("allocation"));
    }
}
