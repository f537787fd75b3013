package dev.aisle.campaign.experiments.analysis;

import dev.aisle.campaign.experiments.analysis.AnalysisViews.AnalysisView;
import dev.aisle.campaign.experiments.judging.Analysis;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Report of an experiment: as JSON, as a table, or as a page that can be mailed. */
@Path("/v1/experiments/{id}/report")
@RunOnVirtualThread
@Tag(name = "experiments")
class AnalysisResource {
    private static final String CSV = "text/csv";
    private static final MediaType CSV_TYPE = MediaType.valueOf(CSV);
    /** The page has a style sheet of its own and nothing else. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

    private final AnalyseExperiment analyseExperiment;

    AnalysisResource(AnalyseExperiment analyseExperiment) {
        this.analyseExperiment = analyseExperiment;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CSV, MediaType.TEXT_HTML})
    @RolesAllowed({Role.MARKETER, Role.ANALYST})
    @Operation(
            summary = "Effects with intervals, health, guardrails and a decision in words; JSON, text/csv or text/html",
            description =
                    "Of the latest phase unless one is named. Of arms with fewer people than the threshold nothing is told.")
    public Response report(
            @PathParam("id") String id,
            @QueryParam("phase") @Min(value = 1, message = "expected a phase's number") @Nullable Integer phase,
            @Context HttpHeaders headers) {
        return analyseExperiment
                .of(id, phase)
                .map(one -> answer(one, headers.getAcceptableMediaTypes()))
                .map(answer ->
                        answer.header(HttpHeaders.CACHE_CONTROL, "no-store").build())
                .orElseGet(() -> Problems.notFound("experiment"));
    }

    /** The first form that is asked for; JSON for whoever takes any. */
    private static Response.ResponseBuilder answer(Analysis analysis, List<MediaType> accepted) {
        for (MediaType type : accepted) {
            if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                break;
            }
            if (type.isCompatible(CSV_TYPE)) {
                return Response.ok(AnalysisCsv.of(analysis), "text/csv; charset=utf-8");
            }
            if (type.isCompatible(MediaType.TEXT_HTML_TYPE)) {
                return page(analysis);
            }
        }
        return Response.ok(AnalysisView.of(analysis), MediaType.APPLICATION_JSON_TYPE);
    }

    private static Response.ResponseBuilder page(Analysis analysis) {
        return Response.ok(AnalysisPage.of(analysis), "text/html; charset=utf-8")
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff");
    }
}
