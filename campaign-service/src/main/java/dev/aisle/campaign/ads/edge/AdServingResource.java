package dev.aisle.campaign.ads.edge;

import dev.aisle.campaign.ads.usecase.AllowedSegments;
import dev.aisle.campaign.ads.usecase.CountClick;
import dev.aisle.campaign.ads.usecase.FillPlacement;
import dev.aisle.campaign.campaigns.domain.Language;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Ads on the shop's pages. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AdServingResource {
    private final FillPlacement fillPlacement;
    private final CountClick countClick;
    private final AllowedSegments allowedSegments;

    AdServingResource(FillPlacement fillPlacement, CountClick countClick, AllowedSegments allowedSegments) {
        this.fillPlacement = fillPlacement;
        this.countClick = countClick;
        this.allowedSegments = allowedSegments;
    }

    /** An ad as it is shown: with its label, always. */
    record ShownView(String ad, String productId, String title, String label, String clickToken) {}

    /** The ads of a placement, best first. */
    record ShownList(List<ShownView> ads) {}

    /** A click on an ad. */
    record ClickBody(
            @NotNull(message = "is missing: the clickToken that came with the ad")
            @Size(max = 1_000, message = "is no click token")
            String token) {}

    /** What became of a click. */
    record ClickView(String outcome) {}

    @POST
    @Path("/placements/{placement}/ads")
    @RolesAllowed(Role.STOREFRONT)
    @Operation(
            summary = "Ads for a placement, by auction",
            description =
                    "Each has a label that must be shown. subject counts only when the person allows targeted ads.")
    public Response fill(
            @PathParam("placement")
                    @Pattern(
                            regexp = "[a-z0-9][a-z0-9_-]{0,63}",
                            message = "a placement's name: letters a to z, digits, hyphens, underscores, at most 64")
                    String placement,
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

    @POST
    @Path("/ad-clicks")
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
