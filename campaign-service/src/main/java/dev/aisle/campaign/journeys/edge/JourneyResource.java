package dev.aisle.campaign.journeys.edge;

import dev.aisle.campaign.journeys.usecase.CountJourneys;
import dev.aisle.campaign.journeys.usecase.CountJourneys.VersionCounts;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How many people are where in a campaign. */
@Path("/v1/journeys")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "journeys")
public class JourneyResource {
    private static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?");

    private final CountJourneys countJourneys;

    JourneyResource(CountJourneys countJourneys) {
        this.countJourneys = countJourneys;
    }

    /** By version and step, as the guard shows it; numbers of people below the threshold are left out. */
    record JourneysAnswer(String campaign, int threshold, List<VersionCounts> versions) {}

    @GET
    @RolesAllowed({Role.MARKETER, Role.ANALYST})
    @Operation(
            summary = "How many people wait at each step, and what became of those who came to it",
            description =
                    "By version that people entered. Numbers have noise that stays, are rounded to 5, and are left out below the threshold.")
    public Response count(@QueryParam("campaign") @Nullable String campaign) {
        return campaign == null || !ID.matcher(campaign).matches()
                ? Problems.invalidField("campaign", "expected the id of a campaign, such as cart-reminder")
                : Response.ok(new JourneysAnswer(campaign, countJourneys.threshold(), countJourneys.of(campaign)))
                        .build();
    }
}
