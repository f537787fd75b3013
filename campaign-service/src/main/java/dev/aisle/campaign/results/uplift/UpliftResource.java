package dev.aisle.campaign.results.uplift;

import dev.aisle.campaign.results.uplift.TrainUplift.Outcome;
import dev.aisle.campaign.results.uplift.UpliftViews.UpliftView;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whom a campaign moves. */
@Path("/v1/campaigns/{id}/uplift")
@Changes("model")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "campaigns")
class UpliftResource {
    private final ReadUplift readUplift;
    private final TrainUplift trainUplift;

    UpliftResource(ReadUplift readUplift, TrainUplift trainUplift) {
        this.readUplift = readUplift;
        this.trainUplift = trainUplift;
    }

    @GET
    @RolesAllowed({Role.MARKETER, Role.ANALYST})
    @Operation(
            summary =
                    "Whom its variations move: Qini curve and effect as the guard shows them, features left out, whether it still fits",
            description =
                    "Learned from people whom chance assigned and who allow analytics, personalization and the training of models.")
    public Response read(@PathParam("id") String id) {
        return readUplift
                .of(id)
                .map(UpliftView::of)
                .map(view -> Response.ok(view).build())
                .orElseGet(() -> Problems.notFound("campaign"));
    }

    @POST
    @RolesAllowed({Role.MARKETER, Role.ANALYST})
    @Operation(
            summary = "Learn anew now",
            description =
                    "Happens by itself after a week and when the models don't fit any more. Costs one of the day's new answers a variation.")
    public Response learn(@PathParam("id") String id) {
        return switch (trainUplift.train(id)) {
            case Outcome.Learned _ -> read(id);
            case Outcome.Missing _ -> Problems.notFound("campaign");
            case Outcome.NoneLeft _ -> Problems.noAnswersLeft();
            case Outcome.TooFew few -> Problems.conflict("too-few-people", UpliftViews.tooFew(few.least()));
        };
    }
}
