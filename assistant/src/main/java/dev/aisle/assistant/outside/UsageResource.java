package dev.aisle.assistant.outside;

import dev.aisle.assistant.shared.Days;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What the outside model is used for and costs. */
@Path("/v1/assistant/usage")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class UsageResource {
    private final ReportUse reportUse;

    UsageResource(ReportUse reportUse) {
        this.reportUse = reportUse;
    }

    /**
     * Days of use, the latest first.
     *
     * @param enabled whether an outside model is used at all
     * @param limitPerDay in units of the currency
     */
    record UseView(boolean enabled, String currency, BigDecimal limitPerDay, List<DayView> days) {
        UseView {
            days = List.copyOf(days);
        }
    }

    /** @param cost in units of the currency */
    record DayView(
            LocalDate day,
            String model,
            long calls,
            long answered,
            long failed,
            long sentences,
            long sentencesDropped,
            long inputTokens,
            long outputTokens,
            BigDecimal cost) {
        static DayView of(DayOfUse day) {
            return new DayView(
                    day.day(),
                    day.model(),
                    day.calls(),
                    day.answered(),
                    day.failed(),
                    day.sentences(),
                    day.dropped(),
                    day.inputTokens(),
                    day.outputTokens(),
                    BigDecimal.valueOf(day.costMicros(), 6));
        }
    }

    @GET
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            summary = "Calls, tokens and cost of the outside model, a day (UTC) each",
            description =
                    "from and to are days, both included; without them the last 28. Exact, and so for operators alone.")
    public Response use(@QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        return switch (Days.read(from, to)) {
            case Days.Wrong wrong -> Problems.invalidField(wrong.field(), wrong.message());
            case Days.Span span -> {
                ReportUse.Use use = reportUse.between(span.from(), span.to());
                yield Response.ok(new UseView(
                                use.enabled(),
                                use.currency(),
                                use.limitPerDay(),
                                use.days().stream().map(DayView::of).toList()))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build();
            }
        };
    }
}
