package dev.aisle.campaign.delivery.journeys.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.campaign.delivery.journeys.usecase.CountJourneys;
import dev.aisle.campaign.delivery.journeys.usecase.CountJourneys.VersionCounts;
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
class JourneyResource {
    private static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?");

    private final CountJourneys countJourneys;

    JourneyResource(CountJourneys countJourneys) {
        this.countJourneys = countJourneys;
    }

    /**
     * By version and step, as the guard shows it; numbers of people below the threshold are left out.
     *
     * @param answersLeft how many new answers the caller can still have today (UTC); a version is one
     * @param reason why a version that people have entered isn't there, when it isn't for the threshold
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record JourneysAnswer(
            String campaign,
            int threshold,
            List<VersionCounts> versions,
            int answersLeft,
            @Nullable String reason) {
        static final String NONE_LEFT =
                "You have had today's new numbers of people. Ask again tomorrow (UTC); what was asked before stays.";
    }

    @GET
    @RolesAllowed({Role.MARKETER, Role.ANALYST})
    @Operation(
            summary = "How many people wait at each step, and what became of those who came to it",
            description =
                    "By version that people entered. Numbers have noise that stays, are rounded to 5, and are left out below the threshold.")
    public Response count(@QueryParam("campaign") @Nullable String campaign) {
        if (campaign == null || !ID.matcher(campaign).matches()) {
            return Problems.invalidField("campaign", "expected the id of a campaign, such as cart-reminder");
        }
        CountJourneys.Shown shown = countJourneys.of(campaign);
        return Response.ok(new JourneysAnswer(
                        campaign,
                        countJourneys.threshold(),
                        shown.versions(),
                        countJourneys.left(),
                        shown.noneLeft() ? JourneysAnswer.NONE_LEFT : null))
                .build();
    }
}
