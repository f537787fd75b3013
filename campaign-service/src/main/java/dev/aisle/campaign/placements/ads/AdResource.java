package dev.aisle.campaign.placements.ads;

import dev.aisle.campaign.placements.ads.AdRepository.Standing;
import dev.aisle.campaign.placements.ads.AdRepository.StoredAd;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Advertisers and ads for the marketer. */
@Path("/v1")
@Changes("ad")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class AdResource {
    private final ManageAds manageAds;

    AdResource(ManageAds manageAds) {
        this.manageAds = manageAds;
    }

    /** An advertiser and what it has spent, minor units; {@code daySpent} on {@code day}, the last one with a click. */
    record AdvertiserView(
            Advertiser advertiser, long spent, @Nullable LocalDate day, long daySpent) {
        static AdvertiserView of(Standing standing) {
            return new AdvertiserView(standing.advertiser(), standing.spent(), standing.day(), standing.daySpent());
        }
    }

    /** All of them. */
    record AdvertiserList(List<AdvertiserView> advertisers) {}

    /** An ad, and when it was ended. */
    record AdView(Advert ad, @Nullable Instant endedAt) {
        static AdView of(StoredAd stored) {
            return new AdView(stored.advert(), stored.endedAt());
        }
    }

    /** All of them. */
    record AdList(List<AdView> ads) {}

    @GET
    @Path("/advertisers")
    @RolesAllowed(Role.MARKETER)
    @Operation(summary = "All advertisers with what they have spent")
    public Response advertisers() {
        return Response.ok(new AdvertiserList(
                        manageAds.advertisers().stream().map(AdvertiserView::of).toList()))
                .build();
    }

    @POST
    @Path("/advertisers")
    @RolesAllowed(Role.MARKETER)
    @Operation(summary = "Makes an advertiser; the same one again changes nothing, another one with its id is 409")
    public Response make(@NotNull(message = "send an advertiser as a JSON object") @Valid AdvertiserBody body) {
        try {
            return manageAds
                    .make(body.toAdvertiser())
                    .map(made -> created(AdvertiserView.of(made)))
                    .orElseGet(() -> exists("advertiser"));
        } catch (InvalidAdException e) {
            return Problems.invalidField(e.field(), String.valueOf(e.getMessage()));
        }
    }

    @GET
    @Path("/ads")
    @RolesAllowed(Role.MARKETER)
    @Operation(summary = "All ads")
    public Response ads() {
        return Response.ok(new AdList(manageAds.all().stream().map(AdView::of).toList()))
                .build();
    }

    @POST
    @Path("/ads")
    @RolesAllowed(Role.MARKETER)
    @Operation(summary = "Makes an ad; the same one again changes nothing, another one with its id is 409")
    public Response make(@NotNull(message = "send an ad as a JSON object") @Valid AdvertBody body) {
        try {
            return switch (manageAds.make(body.toAdvert())) {
                case ManageAds.Outcome.Made made -> created(AdView.of(made.ad()));
                case ManageAds.Outcome.Exists ignored -> exists("ad");
                case ManageAds.Outcome.NoSuchAdvertiser ignored ->
                    Problems.unprocessable("no-such-advertiser", "advertiser", "there is none; make it first");
            };
        } catch (InvalidAdException e) {
            return Problems.invalidField(e.field(), String.valueOf(e.getMessage()));
        }
    }

    @POST
    @Path("/ads/{id}/end")
    @RolesAllowed(Role.MARKETER)
    @Operation(summary = "Ends an ad: it is shown no more")
    public Response end(@PathParam("id") String id) {
        return manageAds
                .end(id)
                .map(ended -> Response.ok(AdView.of(ended)).build())
                .orElseGet(() -> Problems.notFound("ad"));
    }

    private static Response created(Object entity) {
        return Response.status(Response.Status.CREATED).entity(entity).build();
    }

    private static Response exists(String what) {
        return Problems.conflict(
                what + "-exists", "There is another " + what + " with this id, and they don't change: take a new id.");
    }
}
