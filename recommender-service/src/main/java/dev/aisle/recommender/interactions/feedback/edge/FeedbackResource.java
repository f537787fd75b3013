package dev.aisle.recommender.interactions.feedback.edge;

import dev.aisle.platform.placements.Placements;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.recommender.interactions.feedback.usecase.ReportFeedback;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What became of what was shown. */
@Path("/v1/feedback")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class FeedbackResource {
    private final ReportFeedback reportFeedback;
    private final Placements placements;

    FeedbackResource(ReportFeedback reportFeedback, Placements placements) {
        this.reportFeedback = reportFeedback;
        this.placements = placements;
    }

    @GET
    @RolesAllowed({Role.ANALYST, Role.MARKETER, Role.OPERATOR})
    @Operation(
            summary = "Clicks, conversions and revenue of lists over time",
            description =
                    "by splits by placement, source, model, position or personalized; bucket is day, week or all.")
    public Response responses(@BeanParam FeedbackParameters parameters) {
        return switch (FeedbackReading.of(parameters, placements)) {
            case FeedbackReading.Refused refused -> Problems.invalidFields(refused.errors());
            case FeedbackReading.Understood asked ->
                Response.ok(FeedbackView.of(
                                reportFeedback.responses(asked.query(), asked.breakdown()),
                                reportFeedback.k(),
                                reportFeedback.left()))
                        .build();
        };
    }

    @GET
    @Path("/spread")
    @RolesAllowed({Role.ANALYST, Role.MARKETER, Role.OPERATOR})
    @Operation(
            summary =
                    "How what was shown spreads over the catalogue: coverage, concentration, diversity, fairness, alarms",
            description = "by and bucket aren't used here.")
    public Response spread(@BeanParam FeedbackParameters parameters) {
        return switch (FeedbackReading.of(parameters, placements)) {
            case FeedbackReading.Refused refused -> Problems.invalidFields(refused.errors());
            case FeedbackReading.Understood asked ->
                Response.ok(SpreadView.of(
                                reportFeedback.spread(asked.query()), reportFeedback.k(), reportFeedback.left()))
                        .build();
        };
    }
}
