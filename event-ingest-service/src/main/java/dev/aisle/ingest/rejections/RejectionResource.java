package dev.aisle.ingest.rejections;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.ingest.rejections.ListRejections.Query;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What the door and refine refused. */
@Path("/v1/rejections")
@RunOnVirtualThread
@RolesAllowed(Role.OPERATOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rejections")
class RejectionResource {
    private static final Duration USUAL_SPAN = Duration.ofDays(1);

    private final ListRejections listRejections;

    RejectionResource(ListRejections listRejections) {
        this.listRejections = listRejections;
    }

    /** Which refusals are asked for. */
    public static class Wanted {
        @RestQuery
        @Nullable
        String code;

        @RestQuery
        @Parameter(
                description = "As the refusal names it, or with [*] for every index",
                example = "properties.products[*].price")
        @Nullable
        String field;

        @RestQuery
        @Parameter(description = "The name of the write key")
        @Nullable
        String source;

        @RestQuery
        @Parameter(description = "door or refine")
        @Nullable
        String stage;

        @RestQuery
        @Parameter(description = "A time, or how long ago; a day ago unless said", example = "PT6H")
        @Nullable
        String since;

        @RestQuery
        @Nullable
        String until;

        @RestQuery
        @Nullable
        Boolean replayable;

        /** A text: of what is no number JAX-RS would say that the path doesn't exist. */
        @RestQuery
        @Pattern(regexp = ListAnswers.LIMIT, message = "expected a whole number from 1 to 500")
        @Nullable
        String limit;

        @RestQuery
        @Parameter(description = "nextCursor of the page before")
        @Nullable
        String cursor;
    }

    /** A page; {@code complete} is false when reading took too long, then narrow the span. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<RejectionView> rejections, @Nullable String nextCursor, boolean complete) {}

    record CountView(String code, String field, String source, long rejected, long replayable, long replayed) {
        static CountView of(ListRejections.Count count) {
            return new CountView(
                    count.group().code(),
                    count.group().field(),
                    count.group().source(),
                    count.rejected(),
                    count.replayable(),
                    count.replayed());
        }
    }

    record SummaryView(Instant since, List<CountView> counts, boolean complete) {}

    @GET
    @Operation(
            summary = "Refused events, the newest first",
            description = "Why each was refused and which fields it has; never a value, and never whose it was.")
    public Response list(@BeanParam @Valid Wanted wanted) throws Spans.NoMoment {
        Optional<PageCursor> after = wanted.cursor == null ? Optional.empty() : PageCursor.of(wanted.cursor);
        if (wanted.cursor != null && after.isEmpty()) {
            return Problems.invalidField("cursor", "expected the nextCursor of a page");
        }
        RejectionFilter filter = new RejectionFilter(
                wanted.code,
                wanted.field,
                wanted.source,
                wanted.stage,
                Spans.moment("since", wanted.since, Instant.now().minus(USUAL_SPAN)),
                Spans.moment("until", wanted.until, null));
        Boolean replayable = wanted.replayable == null ? null : Boolean.valueOf(wanted.replayable);
        return listRejections
                .list(new Query(filter, replayable, after.orElse(null), ListAnswers.limitOf(wanted.limit)))
                .map(found -> Response.ok(new Page(
                                found.page().values().stream()
                                        .map(RejectionView::of)
                                        .toList(),
                                ListAnswers.textOf(found.page().next()),
                                found.complete()))
                        .build())
                .orElseGet(ListAnswers::unavailable);
    }

    @GET
    @Path("/summary")
    @Operation(summary = "How many were refused, by code, field and write key")
    public Response summary(@RestQuery @Nullable String since) throws Spans.NoMoment {
        Instant from = Objects.requireNonNull(
                Spans.moment("since", since, Instant.now().minus(USUAL_SPAN)), "there is a default");
        return listRejections
                .summary(from)
                .map(summary -> Response.ok(new SummaryView(
                                from,
                                summary.counts().stream().map(CountView::of).toList(),
                                summary.complete()))
                        .build())
                .orElseGet(ListAnswers::unavailable);
    }
}
