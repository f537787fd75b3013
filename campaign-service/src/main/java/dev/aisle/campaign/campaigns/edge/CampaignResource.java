package dev.aisle.campaign.campaigns.edge;

import dev.aisle.campaign.campaigns.usecase.ReadCampaigns;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Reads campaigns. */
@Path("/v1/campaigns")
@RunOnVirtualThread
public class CampaignResource {
    private final ReadCampaigns readCampaigns;

    CampaignResource(ReadCampaigns readCampaigns) {
        this.readCampaigns = readCampaigns;
    }

    /** All campaigns, by id. */
    public record CampaignList(List<CampaignDocument> campaigns) {}

    @GET
    @RolesAllowed(Role.MARKETER)
    public CampaignList list() {
        return new CampaignList(
                readCampaigns.all().stream().map(CampaignDocument::of).toList());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Role.MARKETER)
    public Response read(
            @PathParam("id")
                    @Pattern(
                            regexp = "[a-z0-9][a-z0-9-]{0,63}",
                            message = "a campaign's id: letters a to z, digits and hyphens, at most 64")
                    String id) {
        return readCampaigns
                .byId(id)
                .map(campaign -> Response.ok(CampaignDocument.of(campaign)).build())
                .orElseGet(() -> Problems.notFound("campaign"));
    }
}
