package dev.aisle.campaign.results.reports;

import dev.aisle.campaign.results.reports.ReportViews.ReportView;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a campaign achieved, in figures and in words. */
@Path("/v1/campaigns/{id}/report")
@RunOnVirtualThread
@Tag(name = "campaigns")
class ReportResource {
    private static final String CSV = "csv";

    private final ReadReport readReport;

    ReportResource(ReadReport readReport) {
        this.readReport = readReport;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @RolesAllowed({Role.MARKETER, Role.ANALYST})
    @Operation(
            summary = "Reach, delivery, conversion, revenue, effect, cost and fatigue of a version",
            description =
                    "Counts people who allow analytics, each in the arm it was assigned to. Numbers have noise, stay for up to a week and come off the reader's day (docs/security/numbers-of-people.md); rates, effects and intervals are worked out from them. Of too few nothing is told.")
    public Response report(
            @PathParam("id") String id,
            @QueryParam("version") @Min(value = 1, message = "expected a version's number") @Nullable Integer version,
            @QueryParam("format") @DefaultValue("json") @Pattern(regexp = "json|csv", message = "expected json or csv")
                    String format) {
        return readReport
                .of(id, version)
                .map(ReportView::of)
                .map(view -> (format.equals(CSV)
                                ? Response.ok(ReportCsv.of(view), "text/csv; charset=utf-8")
                                : Response.ok(view, MediaType.APPLICATION_JSON_TYPE))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build())
                .orElseGet(() -> Problems.notFound("campaign"));
    }
}
