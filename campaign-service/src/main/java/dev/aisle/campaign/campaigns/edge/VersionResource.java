package dev.aisle.campaign.campaigns.edge;

import dev.aisle.campaign.campaigns.domain.life.Difference;
import dev.aisle.campaign.campaigns.domain.life.Version;
import dev.aisle.campaign.campaigns.edge.CampaignViews.DifferenceList;
import dev.aisle.campaign.campaigns.edge.CampaignViews.VersionList;
import dev.aisle.campaign.campaigns.edge.CampaignViews.VersionView;
import dev.aisle.campaign.campaigns.usecase.ReadCampaigns;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The versions of a campaign and how they differ. */
@Path("/v1/campaigns/{id}/versions")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.MARKETER, Role.ANALYST})
@Tag(name = "campaigns")
class VersionResource {
    private final ReadCampaigns readCampaigns;

    VersionResource(ReadCampaigns readCampaigns) {
        this.readCampaigns = readCampaigns;
    }

    @GET
    @Operation(summary = "The versions of a campaign, the newest first")
    public Response versions(
            @PathParam("id") @Pattern(regexp = CampaignResource.ID, message = CampaignResource.NO_ID) String id) {
        List<Version> versions = readCampaigns.versions(id);
        return versions.isEmpty()
                ? Problems.notFound("campaign")
                : Response.ok(new VersionList(
                                versions.stream().map(VersionView::of).toList()))
                        .build();
    }

    @GET
    @Path("/{version}")
    @Operation(summary = "One version")
    public Response version(
            @PathParam("id") @Pattern(regexp = CampaignResource.ID, message = CampaignResource.NO_ID) String id,
            @PathParam("version") int version) {
        return readCampaigns
                .version(id, version)
                .map(one -> Response.ok(VersionView.of(one)).build())
                .orElseGet(() -> Problems.notFound("version"));
    }

    @GET
    @Path("/{version}/differences")
    @Operation(
            summary = "How a version differs from another one",
            description =
                    "By JSON pointer, what was there before and what is there now; from the version before unless from says another.")
    public Response differences(
            @PathParam("id") @Pattern(regexp = CampaignResource.ID, message = CampaignResource.NO_ID) String id,
            @PathParam("version") int version,
            @QueryParam("from") @Nullable Integer from) {
        int earlier = from == null ? version - 1 : from;
        Optional<Version> before = readCampaigns.version(id, earlier);
        Optional<Version> after = readCampaigns.version(id, version);
        return before.isEmpty() || after.isEmpty()
                ? Problems.notFound("version")
                : Response.ok(new DifferenceList(
                                earlier,
                                version,
                                Difference.between(
                                        before.get().definition(), after.get().definition())))
                        .build();
    }
}
