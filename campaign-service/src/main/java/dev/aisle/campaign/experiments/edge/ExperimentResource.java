package dev.aisle.campaign.experiments.edge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.campaign.campaigns.edge.DefinitionText;
import dev.aisle.campaign.campaigns.edge.VersionedChanges;
import dev.aisle.campaign.experiments.domain.Step;
import dev.aisle.campaign.experiments.edge.ExperimentViews.Deeds;
import dev.aisle.campaign.experiments.edge.ExperimentViews.Row;
import dev.aisle.campaign.experiments.edge.ExperimentViews.Rows;
import dev.aisle.campaign.experiments.flags.edge.FlagStreams;
import dev.aisle.campaign.experiments.usecase.ReadExperiments;
import dev.aisle.campaign.experiments.usecase.SaveExperiment;
import dev.aisle.campaign.experiments.usecase.TakeStep;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Experiments: written, started, ramped, stopped and concluded; and the log of what was learnt. */
@Path("/v1/experiments")
@Changes("experiment")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "experiments")
class ExperimentResource {
    static final String ID = "[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?";
    static final String NO_ID = "an id: small letters, digits, hyphens and underscores, at most 64";

    private final ReadExperiments readExperiments;
    private final SaveExperiment saveExperiment;
    private final TakeStep takeStep;
    private final VersionedChanges changes;
    private final ExperimentAnswers answers;
    private final FlagStreams streams;

    ExperimentResource(
            ReadExperiments readExperiments,
            SaveExperiment saveExperiment,
            TakeStep takeStep,
            VersionedChanges changes,
            ExperimentAnswers answers,
            FlagStreams streams) {
        this.readExperiments = readExperiments;
        this.saveExperiment = saveExperiment;
        this.takeStep = takeStep;
        this.changes = changes;
        this.answers = answers;
        this.streams = streams;
    }

    /**
     * A step in an experiment's life.
     *
     * @param coverage only of {@code ramp}
     * @param definition only of {@code phase}: what differs from now on
     * @param learnt only of {@code conclude}
     * @param kept only of {@code conclude}: the variation that everybody gets
     */
    @Schema(name = "ExperimentStep", examples = "{\"step\":\"ramp\",\"coverage\":0.5}")
    record StepBody(
            @NotNull(message = "is missing: start, ramp, phase, stop or conclude")
            String step,

            @Nullable Double coverage,
            @Nullable JsonNode definition,
            @Nullable @Size(max = 5_000) String learnt,
            @Nullable @Size(max = 64) String kept,
            @Nullable @Size(max = 500) String note) {
        Step.Terms terms() {
            return new Step.Terms(coverage, definition, learnt, kept, note == null ? "" : note);
        }
    }

    @GET
    @RolesAllowed({Role.MARKETER, Role.ANALYST})
    @Operation(summary = "All experiments, the newest first: what was believed, and what was learnt")
    public Rows list() {
        return new Rows(readExperiments.all().stream().map(Row::of).toList());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.MARKETER, Role.ANALYST})
    @Operation(summary = "One experiment with its phases; its revision is the ETag")
    public Response read(@PathParam("id") @Pattern(regexp = ID, message = NO_ID) String id) {
        return answers.whole(id, 200);
    }

    @PUT
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, DefinitionText.YAML})
    @RolesAllowed({Role.MARKETER, Role.ANALYST})
    @Operation(
            summary = "Make an experiment as a draft, or change it",
            description =
                    "A change names the revision that it changes by If-Match (412 when that isn't the current one)."
                            + " While a phase runs only name, hypothesis and coverage may change (409 otherwise). 400 with"
                            + " every place that is wrong and its fix.")
    public Response save(
            @PathParam("id") @Pattern(regexp = ID, message = NO_ID) String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            String body) {
        return changes.write(ifMatch, type, body, (definition, revision, actor) -> {
            Response answer = answers.of(id, saveExperiment.save(id, definition, revision, actor));
            streams.look();
            return answer;
        });
    }

    @POST
    @Path("/{id}/steps")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MARKETER, Role.ANALYST})
    @Operation(
            summary = "Start, ramp, stop, conclude, or begin a new phase",
            description =
                    "If-Match names the revision (428 without it, 412 when it isn't the current one). 409 when the step"
                            + " isn't possible now: the flag is taken, or the layer is full.")
    public Response step(
            @PathParam("id") @Pattern(regexp = ID, message = NO_ID) String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull(message = "send a JSON object with the step") @Valid StepBody body) {
        return changes.take("experiment", ifMatch, (revision, actor) -> {
            Response answer = Step.of(body.step())
                    .map(step ->
                            answers.of(id, takeStep.take(new TakeStep.Wish(id, step, body.terms(), revision, actor))))
                    .orElseGet(
                            () -> Problems.invalidField("step", "expected one of " + String.join(", ", Step.codes())));
            streams.look();
            return answer;
        });
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({Role.MARKETER, Role.ANALYST})
    @Operation(summary = "Who did what with an experiment, the latest first")
    public Response history(@PathParam("id") @Pattern(regexp = ID, message = NO_ID) String id) {
        return readExperiments.one(id).isEmpty()
                ? Problems.notFound("experiment")
                : Response.ok(new Deeds(readExperiments.history(id))).build();
    }
}
