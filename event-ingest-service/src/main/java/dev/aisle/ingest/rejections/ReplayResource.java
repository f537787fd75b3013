package dev.aisle.ingest.rejections;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.ingest.rejections.ReplayRejections.InvalidFix;
import dev.aisle.ingest.rejections.ReplayRejections.Order;
import dev.aisle.ingest.rejections.ReplayRejections.Report;
import dev.aisle.ingest.rejections.ReplayRejections.StillInvalid;
import dev.aisle.ingest.rejections.ReplayRejections.Unavailable;
import dev.aisle.ingest.rejections.mending.EventFix;
import dev.aisle.ingest.shared.identity.AuditTrail;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Sends refused events in again. */
@Path("/v1/rejections/replays")
@Changes("replay")
@RunOnVirtualThread
@RolesAllowed(Role.OPERATOR)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rejections")
class ReplayResource {
    private static final int MOST_IDS = 1_000;
    private static final int MOST_SHOWN = 100;

    private final ReplayRejections replayRejections;
    private final AuditTrail audit;

    ReplayResource(ReplayRejections replayRejections, AuditTrail audit) {
        this.replayRejections = replayRejections;
        this.audit = audit;
    }

    record Select(
            @Nullable String code,
            @Nullable String field,
            @Nullable String source,
            @Nullable String since,
            @Nullable String until) {
        RejectionFilter filter() throws Spans.NoMoment {
            return new RejectionFilter(
                    code,
                    field,
                    source,
                    null,
                    Spans.moment("select.since", since, null),
                    Spans.moment("select.until", until, null));
        }
    }

    record Fix(
            @Nullable Map<String, JsonNode> set, @Nullable List<@NotNull String> remove) {
        EventFix toFix() {
            return new EventFix(set == null ? Map.of() : set, remove == null ? List.of() : remove);
        }
    }

    @Schema(
            examples =
                    "{\"select\":{\"code\":\"unknown-type\",\"source\":\"web-shop\",\"since\":\"PT6H\"},\"fix\":{\"set\":{\"type\":\"PRODUCT_VIEW\"}},\"dryRun\":true}")
    record Replay(
            @Nullable @Valid Select select,
            @Nullable @Size(min = 1, max = MOST_IDS) List<@NotNull String> ids,
            @Nullable @Valid Fix fix,
            @Nullable Boolean dryRun) {}

    record StillInvalidView(String id, String field, String message) {
        static StillInvalidView of(StillInvalid event) {
            return new StillInvalidView(
                    event.messageId(), event.fault().field(), event.fault().message());
        }
    }

    record ReplayAnswer(
            boolean dryRun,
            int replayed,
            int alreadyReplayed,
            int notReplayable,
            int skipped,
            int stillInvalidCount,
            Map<String, Integer> stillInvalidByField,
            List<StillInvalidView> stillInvalid,
            int left) {
        static ReplayAnswer of(Report report) {
            Map<String, Integer> byField = new TreeMap<>();
            report.stillInvalid()
                    .forEach(event -> byField.merge(
                            RejectionFilter.withoutIndexes(event.fault().field()), 1, Integer::sum));
            return new ReplayAnswer(
                    report.dryRun(),
                    report.replayed(),
                    report.alreadyReplayed(),
                    report.notReplayable(),
                    report.skipped(),
                    report.stillInvalid().size(),
                    byField,
                    report.stillInvalid().stream()
                            .limit(MOST_SHOWN)
                            .map(StillInvalidView::of)
                            .toList(),
                    report.left());
        }
    }

    @POST
    @Operation(
            summary = "Mend refused events and send them in again",
            description =
                    "Says only what would happen unless dryRun is false. One call takes the 1,000 oldest; left says how many"
                            + " wait for the next. Sending the same call again does no harm: what went in is not sent twice.")
    public Response replay(@NotNull @Valid Replay request) throws Spans.NoMoment {
        if (request.select() == null && request.ids() == null) {
            return Problems.invalidField("select", "expected select with a filter, or ids");
        }
        Order order = new Order(
                request.select() == null
                        ? RejectionFilter.ANY
                        : request.select().filter(),
                request.ids() == null ? Set.of() : Set.copyOf(request.ids()),
                request.fix() == null ? EventFix.NONE : request.fix().toFix(),
                request.dryRun() == null || request.dryRun());
        return switch (replayRejections.replay(order)) {
            case Report report -> answer(report);
            case InvalidFix invalid ->
                Problems.invalidField(invalid.fault().field(), invalid.fault().message());
            case Unavailable ignored ->
                Problems.unavailable(
                        "The replay is not confirmed. Send the same again: what went in is not sent twice.",
                        ListAnswers.RETRY_AFTER_SECONDS);
        };
    }

    private Response answer(Report report) {
        if (!report.dryRun()) {
            audit.note("rejections replayed", report.replayed() + " events");
        }
        return Response.ok(ReplayAnswer.of(report)).build();
    }
}
