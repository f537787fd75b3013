package dev.aisle.campaign.placements.ads.serving;

import dev.aisle.campaign.shared.Language;
import dev.aisle.platform.placements.DeclaredPlacement;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Ads on the shop's pages. A path of its own: the one of decisions takes all that begins with its own. */
@Path("/v1/placements/{placement}/ads")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class AdServingResource {
    private final FillPlacement fillPlacement;
    private final AllowedSegments allowedSegments;

    AdServingResource(FillPlacement fillPlacement, AllowedSegments allowedSegments) {
        this.fillPlacement = fillPlacement;
        this.allowedSegments = allowedSegments;
    }

    /** An ad as it is shown: with its label, always. */
    record ShownView(String ad, String productId, String title, String label, String clickToken) {}

    /** The ads of a placement, best first. */
    record ShownList(List<ShownView> ads) {}

    @POST
    @RolesAllowed(Role.STOREFRONT)
    @Operation(
            summary = "Ads for a placement, by auction",
            description =
                    "Each has a label that must be shown. subject counts only when the person allows targeted ads.")
    public Response fill(
            @PathParam("placement") @DeclaredPlacement String placement,
            @NotNull(message = "send the page as a JSON object") @Valid AdPageBody page) {
        String subject = page.subject();
        Set<String> segments = subject == null ? Set.of() : allowedSegments.of(subject);
        Integer slots = page.slots();
        String label = Language.of(page.locale()) == Language.ZH ? "广告" : "Sponsored";
        List<ShownView> shown =
                fillPlacement.fill(page.toContext(placement, segments), slots == null ? 1 : slots).stream()
                        .map(ad -> new ShownView(
                                ad.advert().id(),
                                ad.advert().productId(),
                                ad.advert().title(),
                                label,
                                ad.clickToken()))
                        .toList();
        return Response.ok(new ShownList(shown))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
