package dev.aisle.profile.analysis.edge;

import dev.aisle.platform.audit.ChangesNothing;
import dev.aisle.platform.problem.Problem;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.profile.analysis.domain.AnalysisRun;
import dev.aisle.profile.analysis.domain.AnalysisRun.State;
import dev.aisle.profile.analysis.domain.trend.TrendQuestion.Use;
import dev.aisle.profile.analysis.edge.Questions.Read;
import dev.aisle.profile.analysis.usecase.AnalysisSettings;
import dev.aisle.profile.analysis.usecase.Reach;
import dev.aisle.profile.analysis.usecase.RunAnalyses;
import dev.aisle.profile.analysis.usecase.RunAnalyses.Asked;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Questions about the behaviour of many people. A quick answer is a 200, a slow one a 202 with the address to ask at. */
@Path("/v1/analyses")
@ChangesNothing("answers a question; what the guard counts is no change")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@APIResponse(
        responseCode = "200",
        description = "The answer",
        content = @Content(schema = @Schema(implementation = AnalysisView.class)))
@APIResponse(
        responseCode = "202",
        description = "Not there yet: ask again at the Location",
        content = @Content(schema = @Schema(implementation = AnalysisView.class)))
class AnalysisResource {
    private static final int RETRY_SECONDS = 5;

    private final RunAnalyses runAnalyses;
    private final AnalysisSettings settings;

    AnalysisResource(RunAnalyses runAnalyses, AnalysisSettings settings) {
        this.runAnalyses = runAnalyses;
        this.settings = settings;
    }

    @POST
    @Path("/funnels")
    @RolesAllowed({Role.ANALYST, Role.MARKETER})
    @Operation(summary = "How many get from step to step, and how long it takes")
    public Response funnels(@Nullable FunnelRequest request) {
        return ask(request, Questions::funnel);
    }

    @POST
    @Path("/retention")
    @RolesAllowed({Role.ANALYST, Role.MARKETER})
    @Operation(summary = "How many of those who began together come back")
    public Response retention(@Nullable RetentionRequest request) {
        return ask(request, Questions::retention);
    }

    @POST
    @Path("/paths")
    @RolesAllowed({Role.ANALYST, Role.MARKETER})
    @Operation(summary = "What people do after an event, or before one")
    public Response paths(@Nullable PathRequest request) {
        return ask(request, Questions::path);
    }

    @POST
    @Path("/trends")
    @RolesAllowed({Role.ANALYST, Role.MARKETER})
    @Operation(summary = "Series by category with trend and seasons")
    public Response trends(@Nullable TrendRequest request) {
        return ask(request, (questions, asked) -> TrendQuestions.read(questions, asked, Use.TRENDS));
    }

    @POST
    @Path("/forecasts")
    @RolesAllowed({Role.ANALYST, Role.MARKETER})
    @Operation(summary = "What is to be expected of each category")
    public Response forecasts(@Nullable TrendRequest request) {
        return ask(request, (questions, asked) -> TrendQuestions.read(questions, asked, Use.FORECASTS));
    }

    @POST
    @Path("/anomalies")
    @RolesAllowed({Role.ANALYST, Role.MARKETER})
    @Operation(summary = "What neither trend nor season explains, and why")
    public Response anomalies(@Nullable TrendRequest request) {
        return ask(request, (questions, asked) -> TrendQuestions.read(questions, asked, Use.ANOMALIES));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.ANALYST, Role.MARKETER})
    @Operation(summary = "An analysis as it stands")
    public Response get(@PathParam("id") String id) {
        return parse(id).flatMap(runAnalyses::find).map(this::answer).orElseGet(() -> Problems.notFound("analysis"));
    }

    @DELETE
    @Path("/{id}")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Role.ANALYST, Role.MARKETER})
    @Operation(summary = "Cancels an analysis")
    public Response cancel(@PathParam("id") String id) {
        Optional<UUID> parsed = parse(id);
        if (parsed.isEmpty()) {
            return Problems.notFound("analysis");
        }
        return switch (runAnalyses.cancel(parsed.get())) {
            case REQUESTED ->
                Response.fromResponse(get(id)).status(Response.Status.ACCEPTED).build();
            case ALREADY_ENDED ->
                Problems.answer(
                        Problem.of("analysis-ended", 409, "The analysis has ended; there is nothing to cancel."));
            case UNKNOWN -> Problems.notFound("analysis");
        };
    }

    private <R> Response ask(@Nullable R request, BiFunction<Questions, R, Read> read) {
        if (request == null) {
            return Problems.malformed("Send the question as JSON.");
        }
        Instant now = Instant.now();
        Questions questions = new Questions(
                settings.timeZone(),
                Reach.firstDay(now, settings),
                now.atZone(settings.timeZone()).toLocalDate());
        return switch (read.apply(questions, request)) {
            case Read.Wrong wrong -> Problems.answer(wrong.problem());
            case Read.Understood understood -> answer(runAnalyses.ask(understood.question()));
        };
    }

    private Response answer(Asked asked) {
        return switch (asked) {
            case Asked.Taken taken -> answer(taken.run());
            case Asked.NoneLeft _ -> Problems.noAnswersLeft();
            case Asked.Busy _ -> Problems.unavailable("Too many analyses are waiting.", RETRY_SECONDS);
        };
    }

    private Response answer(AnalysisRun run) {
        Response.ResponseBuilder answer = Response.ok(AnalysisView.of(run, runAnalyses.left()));
        if (run.state() == State.RUNNING) {
            answer.status(Response.Status.ACCEPTED)
                    .location(URI.create("/v1/analyses/" + run.id()))
                    .header(HttpHeaders.RETRY_AFTER, 1)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store");
        } else {
            answer.header(
                    HttpHeaders.CACHE_CONTROL,
                    run.state() == State.DONE
                            ? "private, max-age=" + settings.cacheFor().toSeconds()
                            : "no-store");
        }
        return answer.build();
    }

    private static Optional<UUID> parse(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
