package dev.aisle.assistant.learning.report;

import dev.aisle.assistant.shared.Days;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How conversations went. */
@Path("/v1/assistant/report")
@Produces({MediaType.APPLICATION_JSON, "text/csv", "text/html"})
@RunOnVirtualThread
@Tag(name = "assistant")
class AssistantReportResource {
    private final ReportAssistant reportAssistant;

    AssistantReportResource(ReportAssistant reportAssistant) {
        this.reportAssistant = reportAssistant;
    }

    /**
     * The report.
     *
     * @param days by day and language, the latest first
     * @param variations over the same conversations
     * @param fewestPeople of fewer nothing is told
     * @param answersLeft how many new answers the caller can still have today (UTC); a report is two
     * @param reason {@code none-left} when rows are missing because the caller's day is used up
     */
    record ReportView(
            List<AssistantReport.Row> days,
            List<AssistantReport.Row> variations,
            int fewestPeople,
            int answersLeft,
            @Nullable String reason) {
        ReportView {
            days = List.copyOf(days);
            variations = List.copyOf(variations);
        }
    }

    @GET
    @RolesAllowed({Role.MARKETER, Role.ANALYST, Role.OPERATOR})
    @Operation(
            summary = "Share solved without a person, thumbs and stars by day, language and variation of answers",
            description = "from and to are days, both included; without them the last 28. format is json, csv or html."
                    + " Counts people who allow analytics, each once, with the latest conversation, and conversations of nobody known."
                    + " Numbers are the guard's: with noise, and of too few nothing is told.")
    public Response report(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("format") @DefaultValue("json") String format) {
        return switch (Days.read(from, to)) {
            case Days.Wrong wrong -> Problems.invalidField(wrong.field(), wrong.message());
            case Days.Span span -> {
                AssistantReport report = reportAssistant.between(span.from(), span.to());
                ResponseBuilder answer = switch (format) {
                    case "json" -> Response.ok(view(report), MediaType.APPLICATION_JSON_TYPE);
                    case "csv" -> Response.ok(AssistantCsv.of(report), "text/csv; charset=utf-8");
                    case "html" ->
                        Response.ok(AssistantPage.of(report, span), "text/html; charset=utf-8")
                                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
                    default -> Response.fromResponse(Problems.invalidField("format", "must be json, csv or html"));
                };
                yield answer.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
            }
        };
    }

    private ReportView view(AssistantReport report) {
        return new ReportView(
                report.days(),
                report.variations(),
                reportAssistant.fewestPeople(),
                reportAssistant.left(),
                report.noneLeft() ? "none-left" : null);
    }
}
