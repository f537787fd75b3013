package dev.aisle.campaign.metrics.edge;

import dev.aisle.campaign.metrics.domain.Recount;
import dev.aisle.campaign.metrics.usecase.RecountSums;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Makes the sums of an experiment again, as is done each night. */
@Path("/v1/experiments/{id}/recount")
@Changes("experiment")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "experiments")
public class RecountResource {
    private final RecountSums recountSums;

    RecountResource(RecountSums recountSums) {
        this.recountSums = recountSums;
    }

    /** What it found: {@code difference} must be 0. */
    record RecountView(int phase, Instant at, double difference, String worst) {
        static RecountView of(Recount one) {
            return new RecountView(one.phase(), one.at(), one.difference().doubleValue(), one.worst());
        }
    }

    @POST
    @RolesAllowed({Role.MARKETER, Role.ANALYST, Role.OPERATOR})
    @Operation(
            summary = "Makes the sums of the latest phase again from every exposure and fact",
            description = "Answers by how much those that were kept differed, which must be 0, and puts them right.")
    public Response recount(@PathParam("id") String id) {
        return recountSums
                .ofLatest(id)
                .map(found -> Response.ok(RecountView.of(found)).build())
                .orElseGet(() -> Problems.notFound("experiment"));
    }
}
