package dev.aisle.recommender.models.edge;

import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.problem.Problem;
import dev.aisle.platform.problem.Problem.FieldError;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.problem.StrictBodies;
import dev.aisle.platform.security.Role;
import dev.aisle.recommender.models.registry.DescribeModel;
import dev.aisle.recommender.models.registry.ModelChange.Cause;
import dev.aisle.recommender.models.registry.ModelState;
import dev.aisle.recommender.models.registry.MoveModel.Order;
import dev.aisle.recommender.models.registry.Plan;
import dev.aisle.recommender.models.registry.PromoteModel;
import dev.aisle.recommender.models.registry.PromoteModel.Wish;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The registry of models: look, promote, go back. */
@Path("/v1/models")
@Changes("model")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ModelResource {
    private final DescribeModel describeModel;
    private final PromoteModel promoteModel;
    private final StrictBodies bodies;

    ModelResource(DescribeModel describeModel, PromoteModel promoteModel, StrictBodies bodies) {
        this.describeModel = describeModel;
        this.promoteModel = promoteModel;
        this.bodies = bodies;
    }

    /** All models, the newest first. */
    record ModelList(List<ModelSummary> models) {}

    @GET
    @RolesAllowed(Role.OPERATOR)
    @Operation(summary = "All models, the newest first")
    @APIResponse(
            responseCode = "200",
            description = "The models",
            content = @Content(schema = @Schema(implementation = ModelList.class)))
    public Response list() {
        return ok(
                new ModelList(describeModel.all().stream().map(ModelSummary::of).toList()));
    }

    @GET
    @Path("/{version}")
    @RolesAllowed(Role.OPERATOR)
    @Operation(summary = "A model: lineage, gate, replicas, trials, history")
    @APIResponse(
            responseCode = "200",
            description = "The model",
            content = @Content(schema = @Schema(implementation = RegisteredModelView.class)))
    public Response get(@PathParam("version") String version) {
        return describeModel
                .of(version)
                .map(description -> ok(RegisteredModelView.of(description)))
                .orElseGet(() -> Problems.notFound("model"));
    }

    @POST
    @Path("/{version}/promote")
    @RolesAllowed(Role.OPERATOR)
    @Operation(summary = "Makes a model shadow, canary or the serving one; dryRun says what would happen")
    @RequestBody(content = @Content(schema = @Schema(implementation = PromoteRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "What changed",
            content = @Content(schema = @Schema(implementation = MovesView.class)))
    public Response promote(
            @PathParam("version") String version, @Context SecurityContext caller, @Nullable String body) {
        PromoteRequest request = bodies.readOrEmpty(body, PromoteRequest.class);
        Optional<ModelState> to = ModelState.of(request.to() == null ? "" : request.to())
                .filter(state -> state.asked() || state == ModelState.CANDIDATE);
        if (to.isEmpty()) {
            return Problems.invalidField("to", "expected shadow, canary, serving or candidate");
        }
        int percent = request.percent() == null ? 0 : request.percent();
        Optional<FieldError> error = percentError(to.get(), percent, request.percent() != null);
        if (error.isPresent() || !Reason.isGiven(request.reason())) {
            FieldError wrong = error.orElseGet(() -> new FieldError("reason", Reason.EXPECTED));
            return Problems.invalidField(wrong.field(), wrong.message());
        }
        Order order = order(Cause.PROMOTION, caller, request.reason(), request.dryRun());
        boolean force = Boolean.TRUE.equals(request.force());
        return answer(promoteModel.promote(version, new Wish(to.get(), percent, force), order), order);
    }

    private static Optional<FieldError> percentError(ModelState to, int percent, boolean given) {
        if (to == ModelState.CANARY) {
            return percent >= 1 && percent <= 99
                    ? Optional.empty()
                    : Optional.of(new FieldError("percent", "expected 1 to 99"));
        }
        return given ? Optional.of(new FieldError("percent", "belongs to a canary only")) : Optional.empty();
    }

    @POST
    @Path("/rollback")
    @RolesAllowed(Role.OPERATOR)
    @Operation(summary = "Brings the model back that served before; dryRun says what would happen")
    @RequestBody(content = @Content(schema = @Schema(implementation = RollbackRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "What changed",
            content = @Content(schema = @Schema(implementation = MovesView.class)))
    public Response rollBack(@Context SecurityContext caller, @Nullable String body) {
        RollbackRequest request = bodies.readOrEmpty(body, RollbackRequest.class);
        if (!Reason.isGiven(request.reason())) {
            return Problems.invalidField("reason", Reason.EXPECTED);
        }
        Order order = order(Cause.ROLLBACK, caller, request.reason(), request.dryRun());
        return answer(promoteModel.rollBack("", order), order);
    }

    private static Order order(Cause cause, SecurityContext caller, @Nullable String reason, @Nullable Boolean dryRun) {
        return new Order(
                cause, caller.getUserPrincipal().getName(), reason == null ? "" : reason, Boolean.TRUE.equals(dryRun));
    }

    private static Response answer(Plan plan, Order order) {
        return switch (plan) {
            case Plan.Steps steps -> ok(MovesView.of(steps, order.dryRun()));
            case Plan.Refused refused -> Problems.answer(Problem.of(refused.kind(), 409, refused.detail()));
            case Plan.Unknown _ -> Problems.notFound("model");
        };
    }

    private static Response ok(Object entity) {
        return Response.ok(entity).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
