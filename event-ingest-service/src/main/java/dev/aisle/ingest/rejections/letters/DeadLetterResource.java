package dev.aisle.ingest.rejections.letters;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.ingest.rejections.ListAnswers;
import dev.aisle.ingest.rejections.PageCursor;
import dev.aisle.ingest.rejections.Spans;
import dev.aisle.ingest.rejections.letters.ReplayDeadLetters.Report;
import dev.aisle.ingest.shared.identity.AuditTrail;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Records that a service could not read, of all services; and those of the raw topic sent in again. */
@Path("/v1/dead-letters")
@Changes("replay")
@RunOnVirtualThread
@RolesAllowed(Role.OPERATOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "dead letters")
class DeadLetterResource {
    private static final Duration USUAL_SPAN = Duration.ofDays(1);

    private final ListDeadLetters listDeadLetters;
    private final ReplayDeadLetters replayDeadLetters;
    private final AuditTrail audit;

    DeadLetterResource(ListDeadLetters listDeadLetters, ReplayDeadLetters replayDeadLetters, AuditTrail audit) {
        this.listDeadLetters = listDeadLetters;
        this.replayDeadLetters = replayDeadLetters;
        this.audit = audit;
    }

    /** Which letters are asked for. */
    public static class Wanted {
        @RestQuery
        @Nullable
        String service;

        @RestQuery
        @Nullable
        String topic;

        @RestQuery
        @Nullable
        String reason;

        @RestQuery
        @Nullable
        String since;

        @RestQuery
        @Nullable
        String until;

        /** A text: of what is no number JAX-RS would say that the path doesn't exist. */
        @RestQuery
        @Pattern(regexp = ListAnswers.LIMIT, message = "expected a whole number from 1 to 500")
        @Nullable
        String limit;

        @RestQuery
        @Nullable
        String cursor;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<LetterView> deadLetters, @Nullable String nextCursor, boolean complete) {}

    record Select(
            @Nullable String reason,
            @Nullable String since,
            @Nullable String until) {}

    @Schema(examples = "{\"select\":{\"reason\":\"refine failed\",\"since\":\"P1D\"},\"dryRun\":true}")
    record Replay(
            @Nullable @Valid Select select,
            @Nullable @Size(min = 1, max = 1_000) List<@NotNull String> ids,
            @Nullable Boolean dryRun) {
        LetterFilter filter() throws Spans.NoMoment {
            Set<String> wanted = ids == null ? Set.of() : Set.copyOf(ids);
            return select == null
                    ? new LetterFilter(null, null, null, null, null, wanted)
                    : new LetterFilter(
                            null,
                            null,
                            select.reason(),
                            Spans.moment("select.since", select.since(), null),
                            Spans.moment("select.until", select.until(), null),
                            wanted);
        }
    }

    @GET
    @Operation(
            summary = "Dead letters of every service, the newest first",
            description = "A day back unless since is given.")
    public Response list(@BeanParam @Valid Wanted wanted) throws Spans.NoMoment {
        Optional<PageCursor> after = wanted.cursor == null ? Optional.empty() : PageCursor.of(wanted.cursor);
        if (wanted.cursor != null && after.isEmpty()) {
            return Problems.invalidField("cursor", "expected the nextCursor of a page");
        }
        LetterFilter filter = new LetterFilter(
                wanted.service,
                wanted.topic,
                wanted.reason,
                Spans.moment("since", wanted.since, Instant.now().minus(USUAL_SPAN)),
                Spans.moment("until", wanted.until, null),
                Set.of());
        return listDeadLetters
                .list(filter, after.orElse(null), ListAnswers.limitOf(wanted.limit))
                .map(found -> Response.ok(new Page(
                                found.page().values().stream()
                                        .map(LetterView::of)
                                        .toList(),
                                ListAnswers.textOf(found.page().next()),
                                found.complete()))
                        .build())
                .orElseGet(ListAnswers::unavailable);
    }

    @POST
    @Path("/replays")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Write records of the raw topic once more, after the code was mended",
            description =
                    "Says only what would happen unless dryRun is false. Each record goes in once; of other topics none does.")
    public Response replay(@NotNull @Valid Replay request) throws Spans.NoMoment {
        if (request.select() == null && request.ids() == null) {
            return Problems.invalidField("select", "expected select with a filter, or ids");
        }
        boolean dryRun = request.dryRun() == null || request.dryRun();
        Optional<Report> report = replayDeadLetters.replay(request.filter(), dryRun);
        if (report.isEmpty()) {
            return Problems.unavailable(
                    "The replay is not confirmed. Send the same again: what went in is not sent twice.",
                    ListAnswers.RETRY_AFTER_SECONDS);
        }
        if (!dryRun) {
            audit.note("dead letters replayed", report.get().replayed() + " records");
        }
        return Response.ok(report.get()).build();
    }
}
