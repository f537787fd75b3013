package dev.aisle.campaign.campaigns.edge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.campaign.campaigns.domain.life.Step;
import dev.aisle.campaign.campaigns.edge.CampaignViews.DeedList;
import dev.aisle.campaign.campaigns.edge.CampaignViews.Row;
import dev.aisle.campaign.campaigns.edge.CampaignViews.Rows;
import dev.aisle.campaign.campaigns.edge.CampaignViews.Validation;
import dev.aisle.campaign.campaigns.edge.DefinitionText.UnreadableTextException;
import dev.aisle.campaign.campaigns.usecase.ReadCampaigns;
import dev.aisle.campaign.campaigns.usecase.SaveCampaign;
import dev.aisle.campaign.campaigns.usecase.TakeStep;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.audit.ChangesNothing;
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
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Campaigns: defined, reviewed, started, paused and ended. */
@Path("/v1/campaigns")
@Changes("campaign")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "campaigns")
class CampaignResource {
    static final String ID = "[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?";
    static final String NO_ID = "a campaign's id: letters a to z, digits and hyphens, at most 64";

    private final ReadCampaigns readCampaigns;
    private final SaveCampaign saveCampaign;
    private final TakeStep takeStep;
    private final DefinitionText texts;
    private final VersionedChanges changes;
    private final CampaignAnswers answers;
    private final InstantSource clock;

    CampaignResource(
            ReadCampaigns readCampaigns,
            SaveCampaign saveCampaign,
            TakeStep takeStep,
            DefinitionText texts,
            VersionedChanges changes,
            CampaignAnswers answers,
            InstantSource clock) {
        this.readCampaigns = readCampaigns;
        this.saveCampaign = saveCampaign;
        this.takeStep = takeStep;
        this.texts = texts;
        this.changes = changes;
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * A step in a campaign's life.
     *
     * @param version only of {@code restore}: the earlier version that becomes a new draft
     */
    @Schema(examples = "{\"step\":\"submit\",\"note\":\"for the weekend\"}")
    record StepBody(
            @NotNull(message = "is missing: submit, approve, reject, pause, resume, end or restore")
            String step,

            @Nullable Integer version,
            @Nullable @Size(max = 500) String note) {}

    @GET
    @RolesAllowed({Role.MARKETER, Role.ANALYST})
    @Operation(summary = "All campaigns, by id")
    public Rows list() {
        return new Rows(readCampaigns.all().stream()
                .map(seen -> Row.of(seen, clock.instant()))
                .toList());
    }

    @GET
    @Path("/schema")
    @Produces("application/schema+json")
    @RolesAllowed({Role.MARKETER, Role.ANALYST})
    @Operation(summary = "The JSON Schema of a definition")
    public Response schema() throws IOException {
        try (InputStream schema = Objects.requireNonNull(
                CampaignResource.class.getResourceAsStream("/campaigns/campaign.schema.json"),
                "campaign.schema.json")) {
            return Response.ok(new String(schema.readAllBytes(), StandardCharsets.UTF_8))
                    .build();
        }
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.MARKETER, Role.ANALYST})
    @Operation(summary = "One campaign in its running version, else in its newest; its revision is the ETag")
    public Response read(@PathParam("id") @Pattern(regexp = ID, message = NO_ID) String id) {
        return answers.whole(id, 200);
    }

    @PUT
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, DefinitionText.YAML})
    @RolesAllowed(Role.MARKETER)
    @Operation(
            summary = "Make a campaign, or a new version of it, as a draft",
            description =
                    "What runs goes on until the new version is approved. A change names the revision that it changes"
                            + " by If-Match (412 when that isn't the current one, also without it). The same again changes"
                            + " nothing. 400 with every place that is wrong and its fix.")
    public Response save(
            @PathParam("id") @Pattern(regexp = ID, message = NO_ID) String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            String body) {
        return changes.write(
                ifMatch,
                type,
                body,
                (definition, revision, actor) -> answers.of(id, saveCampaign.save(id, definition, revision, actor)));
    }

    @POST
    @Path("/{id}/validations")
    @Consumes({MediaType.APPLICATION_JSON, DefinitionText.YAML})
    @RolesAllowed({Role.MARKETER, Role.ANALYST})
    @Operation(
            summary = "Look at a definition without saving it",
            description = "All that is wrong, and how it differs from the newest version.")
    @ChangesNothing("checks a definition")
    public Response validate(
            @PathParam("id") @Pattern(regexp = ID, message = NO_ID) String id,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            String body) {
        try {
            JsonNode definition = texts.read(body, VersionedChanges.isYaml(type));
            return Response.ok(Validation.of(id, saveCampaign.compare(id, definition)))
                    .build();
        } catch (UnreadableTextException e) {
            return Problems.malformed(Objects.requireNonNull(e.getMessage()));
        }
    }

    @POST
    @Path("/{id}/steps")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.MARKETER)
    @Operation(
            summary = "Submit, approve, reject, pause, resume, end or restore",
            description = "If-Match names the revision (428 without it, 412 when it isn't the current one). Who wrote a"
                    + " version doesn't approve it (403). 409 when the step isn't possible now; 422 when an"
                    + " audience has too few people or another campaign wants the same placement.")
    public Response step(
            @PathParam("id") @Pattern(regexp = ID, message = NO_ID) String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull(message = "send a JSON object with the step") @Valid StepBody body) {
        String note = body.note() == null ? "" : body.note();
        return changes.take(
                "campaign",
                ifMatch,
                (revision, actor) -> Step.of(body.step())
                        .map(step -> answers.of(
                                id, takeStep.take(new TakeStep.Wish(id, step, revision, body.version(), actor, note))))
                        .orElseGet(() ->
                                Problems.invalidField("step", "expected one of " + String.join(", ", Step.codes()))));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({Role.MARKETER, Role.ANALYST})
    @Operation(summary = "Who did what with a campaign, the latest first")
    public Response history(@PathParam("id") @Pattern(regexp = ID, message = NO_ID) String id) {
        return readCampaigns.one(id).isEmpty()
                ? Problems.notFound("campaign")
                : Response.ok(new DeedList(readCampaigns.history(id))).build();
    }
}
