package dev.aisle.campaign.placements.ads.serving;

import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Clicks on ads. */
@Path("/v1/ad-clicks")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class AdClickResource {
    private final CountClick countClick;

    AdClickResource(CountClick countClick) {
        this.countClick = countClick;
    }

    /** A click on an ad. */
    record ClickBody(
            @NotNull(message = "is missing: the clickToken that came with the ad")
            @Size(max = 1_000, message = "is no click token")
            String token) {}

    /** What became of a click. */
    record ClickView(String outcome) {}

    @POST
    @RolesAllowed(Role.STOREFRONT)
    @Operation(summary = "A click on an ad: charged, free (the budget is spent), duplicate or late")
    public Response click(@NotNull(message = "send the token as a JSON object") @Valid ClickBody body) {
        CountClick.Outcome outcome = countClick.count(body.token());
        return outcome == CountClick.Outcome.FORGED
                ? Problems.invalidField("token", "is no click token of this shop; send the one that came with the ad")
                : Response.ok(new ClickView(outcome.name().toLowerCase(Locale.ROOT)))
                        .build();
    }
}
