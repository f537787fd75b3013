package dev.aisle.campaign.placements.edge;

import dev.aisle.campaign.placements.usecase.DecidePlacement;
import dev.aisle.campaign.placements.usecase.DecisionOutcome;
import dev.aisle.platform.placements.DeclaredPlacement;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Decides what a placement of the shop shows. */
@Path("/v1/placements")
@RunOnVirtualThread
class PlacementResource {
    private static final String KEY = "Idempotency-Key";

    private final DecidePlacement decidePlacement;

    PlacementResource(DecidePlacement decidePlacement) {
        this.decidePlacement = decidePlacement;
    }

    @POST
    @Path("/{placement}/decisions")
    @RolesAllowed(Role.STOREFRONT)
    public Response decide(
            @PathParam("placement") @DeclaredPlacement String placement,
            @HeaderParam(KEY)
                    @Nullable
                    @Pattern(regexp = DecisionBody.ID, message = "Idempotency-Key: 1 to 100 of A-Z a-z 0-9 . _ : -")
                    String idempotencyKey,
            @NotNull(message = "send a JSON object with the subject") @Valid DecisionBody body) {
        if (idempotencyKey != null && body.decisionId() != null && !idempotencyKey.equals(body.decisionId())) {
            return Problems.invalidField("decisionId", "differs from the header " + KEY + "; send one of them");
        }
        String id = idempotencyKey == null ? body.decisionId() : idempotencyKey;
        return switch (decidePlacement.decide(body.toRequest(placement, id))) {
            case DecisionOutcome.Decided decided ->
                Response.ok(DecisionAnswer.of(decided.decision()))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build();
            case DecisionOutcome.IdTaken ignored ->
                Problems.conflict(
                        "decision-id-taken", "This id belongs to a decision of another request; take a new id.");
        };
    }
}
