package dev.aisle.campaign.experiments.flags.edge;

import dev.aisle.campaign.campaigns.edge.CampaignAnswers;
import dev.aisle.campaign.campaigns.edge.DefinitionText;
import dev.aisle.campaign.campaigns.edge.VersionedChanges;
import dev.aisle.campaign.experiments.edge.Findings;
import dev.aisle.campaign.experiments.flags.domain.StoredFlag;
import dev.aisle.campaign.experiments.flags.usecase.ChangeFlag;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Flags: what they answer where no experiment decides. */
@Path("/v1/flags")
@Changes("flag")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "flags")
class FlagResource {
    private static final String KEY = "[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?";
    private static final String NO_KEY = "a flag's key: small letters, digits, hyphens and underscores, at most 64";

    private final ChangeFlag changeFlag;
    private final VersionedChanges changes;
    private final FlagStreams streams;

    FlagResource(ChangeFlag changeFlag, VersionedChanges changes, FlagStreams streams) {
        this.changeFlag = changeFlag;
        this.changes = changes;
        this.streams = streams;
    }

    record FlagList(List<StoredFlag> flags) {}

    @GET
    @RolesAllowed({Role.MARKETER, Role.ANALYST})
    @Operation(summary = "All flags, by key")
    public FlagList list() {
        return new FlagList(changeFlag.all());
    }

    @GET
    @Path("/{key}")
    @RolesAllowed({Role.MARKETER, Role.ANALYST})
    @Operation(summary = "One flag; its revision is the ETag")
    public Response read(@PathParam("key") @Pattern(regexp = KEY, message = NO_KEY) String key) {
        return changeFlag.one(key).map(flag -> answer(flag, 200)).orElseGet(() -> Problems.notFound("flag"));
    }

    @PUT
    @Path("/{key}")
    @Consumes({MediaType.APPLICATION_JSON, DefinitionText.YAML})
    @RolesAllowed({Role.MARKETER, Role.ANALYST})
    @Operation(
            summary = "Make or change a flag",
            description =
                    "A change names the revision that it changes by If-Match (412 when that isn't the current one).")
    public Response put(
            @PathParam("key") @Pattern(regexp = KEY, message = NO_KEY) String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            String body) {
        return changes.write(ifMatch, type, body, (definition, revision, actor) -> {
            Response answer = of(changeFlag.put(key, definition, revision, actor));
            streams.look();
            return answer;
        });
    }

    @DELETE
    @Path("/{key}")
    @RolesAllowed({Role.MARKETER, Role.ANALYST})
    @Operation(summary = "Remove a flag", description = "409 while an experiment decides it.")
    public Response remove(
            @PathParam("key") @Pattern(regexp = KEY, message = NO_KEY) String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Long revision = CampaignAnswers.revision(ifMatch);
        if (revision == null) {
            return VersionedChanges.notOn("flag", ifMatch);
        }
        Response answer = of(changeFlag.remove(key, revision));
        streams.look();
        return answer;
    }

    private static Response of(ChangeFlag.Outcome outcome) {
        return switch (outcome) {
            case ChangeFlag.Outcome.Written written -> answer(written.flag(), written.created() ? 201 : 200);
            case ChangeFlag.Outcome.Removed _ -> Response.noContent().build();
            case ChangeFlag.Outcome.Missing _ -> Problems.notFound("flag");
            case ChangeFlag.Outcome.Wrong wrong -> Findings.answer("invalid-flag", wrong.findings());
            case ChangeFlag.Outcome.Outdated outdated -> VersionedChanges.outdated("flag", outdated.revision());
            case ChangeFlag.Outcome.Used used ->
                Problems.conflict(
                        "flag-taken", "The experiment " + used.experiment() + " decides this flag. Stop it first.");
            case ChangeFlag.Outcome.TooMany tooMany ->
                Problems.conflict("too-many-flags", "There are at most " + tooMany.most() + " flags.");
        };
    }

    private static Response answer(StoredFlag flag, int status) {
        return Response.status(status).tag("r" + flag.revision()).entity(flag).build();
    }
}
