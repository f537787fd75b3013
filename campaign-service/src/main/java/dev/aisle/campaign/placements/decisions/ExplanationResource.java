package dev.aisle.campaign.placements.decisions;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.campaign.placements.decisions.DecisionTrace.Versions;
import dev.aisle.campaign.placements.decisions.ExplainDecision.Explained;
import dev.aisle.campaign.placements.decisions.Explanation.Other;
import dev.aisle.campaign.shared.Language;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Why a placement showed what it showed. */
@Path("/v1/decisions/{id}/explanation")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "decisions")
class ExplanationResource {
    private final ExplainDecision explainDecision;

    ExplanationResource(ExplainDecision explainDecision) {
        this.explainDecision = explainDecision;
    }

    /** A decision in words. It doesn't say whose it is. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ExplanationAnswer(
            String decisionId,
            String placement,
            Instant decidedAt,
            @Nullable String campaign,
            @Nullable Integer version,
            @Nullable String variation,
            String summary,
            List<Other> others,
            @Nullable Versions versions) {
        static ExplanationAnswer of(Explained explained) {
            return new ExplanationAnswer(
                    explained.decision().id(),
                    explained.decision().placement(),
                    explained.decision().at(),
                    explained.decision().campaign(),
                    explained.decision().version(),
                    explained.decision().variation(),
                    explained.explanation().summary(),
                    explained.explanation().others(),
                    explained.explanation().versions());
        }
    }

    @GET
    @RolesAllowed({Role.MARKETER, Role.ANALYST, Role.PRIVACY_OFFICER})
    @Operation(
            summary = "Why a decision is as it is",
            description =
                    "Who won, who lost and by which rule, and the versions of the data, as they were kept when it was made. Only decisions of people who allow personalization are kept.")
    public Response explain(@PathParam("id") String id, @QueryParam("locale") @Nullable String locale) {
        return explainDecision
                .explain(id, Language.of(locale))
                .map(explained -> Response.ok(ExplanationAnswer.of(explained))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build())
                .orElseGet(() -> Problems.notFound("decision"));
    }
}
