package dev.aisle.campaign.results.bandits.standing;

import dev.aisle.campaign.results.bandits.standing.BanditViews.BanditView;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a campaign with a bandit has learned. */
@Path("/v1/campaigns/{id}/bandit")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "campaigns")
class BanditResource {
    private final ReadBandit readBandit;

    BanditResource(ReadBandit readBandit) {
        this.readBandit = readBandit;
    }

    @GET
    @RolesAllowed({Role.MARKETER, Role.ANALYST})
    @Operation(
            summary = "How often each variation is shown, over time, and why",
            description =
                    "The newest epoch of weights first. Counts contacts of people who allow analytics; of too few nothing is told.")
    public Response bandit(
            @PathParam("id") String id,
            @QueryParam("version") @Min(value = 1, message = "expected a version's number") @Nullable Integer version,
            @QueryParam("epochs")
                    @DefaultValue("50")
                    @Min(value = 1, message = "expected 1 to 1000")
                    @Max(value = 1000, message = "expected 1 to 1000")
                    int epochs) {
        return readBandit
                .of(id, version, epochs)
                .map(learned -> Response.ok(BanditView.of(learned))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build())
                .orElseGet(() -> Problems.notFound("bandit"));
    }
}
