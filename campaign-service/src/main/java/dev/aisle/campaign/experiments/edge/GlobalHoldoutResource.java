package dev.aisle.campaign.experiments.edge;

import dev.aisle.campaign.campaigns.edge.CampaignAnswers;
import dev.aisle.campaign.campaigns.edge.VersionedChanges;
import dev.aisle.campaign.experiments.domain.GlobalHoldout;
import dev.aisle.campaign.experiments.flags.edge.FlagStreams;
import dev.aisle.campaign.experiments.usecase.SetGlobalHoldout;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who stays out of every experiment. */
@Path("/v1/global-holdout")
@Changes("holdout")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "experiments")
class GlobalHoldoutResource {
    private final SetGlobalHoldout setGlobalHoldout;
    private final FlagStreams streams;

    GlobalHoldoutResource(SetGlobalHoldout setGlobalHoldout, FlagStreams streams) {
        this.setGlobalHoldout = setGlobalHoldout;
        this.streams = streams;
    }

    @Schema(name = "GlobalHoldout", examples = "{\"share\":0.05,\"seed\":\"2026\"}")
    record Body(
            @NotNull(message = "is missing: a share from 0 to less than 1")
            Double share,

            @NotNull(message = "is missing: another seed chooses other people")
            @Pattern(regexp = "[A-Za-z0-9_-]{1,64}", message = "letters, digits, hyphens, at most 64")
            String seed) {}

    @GET
    @RolesAllowed({Role.MARKETER, Role.ANALYST})
    @Operation(summary = "The global holdout; its revision is the ETag")
    public Response read() {
        return answer(setGlobalHoldout.get());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MARKETER, Role.ANALYST})
    @Operation(
            summary = "Set the global holdout",
            description = "409 while experiments run that leave it out: they would lose or gain people in flight.")
    public Response set(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull(message = "send a JSON object with share and seed") @Valid Body body) {
        Long revision = CampaignAnswers.revision(ifMatch);
        if (revision == null) {
            return VersionedChanges.notOn("global holdout", ifMatch);
        }
        if (!(body.share() >= 0 && body.share() < 1)) {
            return Problems.invalidField("share", "expected a share from 0 to less than 1, such as 0.05");
        }
        Response answer = switch (setGlobalHoldout.set(body.share(), body.seed(), revision)) {
            case SetGlobalHoldout.Outcome.Done done -> answer(done.holdout());
            case SetGlobalHoldout.Outcome.Outdated outdated ->
                VersionedChanges.outdated("global holdout", outdated.revision());
            case SetGlobalHoldout.Outcome.InFlight inFlight ->
                Problems.conflict(
                        "in-flight",
                        "These experiments leave the holdout out and run: " + String.join(", ", inFlight.experiments())
                                + ". Stop them first, or write \"heldOut\": false in those that need no holdout.");
        };
        streams.look();
        return answer;
    }

    private static Response answer(GlobalHoldout holdout) {
        return Response.ok(holdout).tag("r" + holdout.revision()).build();
    }
}
