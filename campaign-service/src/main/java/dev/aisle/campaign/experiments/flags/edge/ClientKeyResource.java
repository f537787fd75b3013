package dev.aisle.campaign.experiments.flags.edge;

import dev.aisle.campaign.campaigns.edge.CampaignAnswers;
import dev.aisle.campaign.experiments.flags.domain.ClientKey;
import dev.aisle.campaign.experiments.flags.usecase.ChangeClientKeys;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Keys under which SDKs in pages and apps fetch flags. */
@Path("/v1/client-keys")
@Changes("key")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "flags")
class ClientKeyResource {
    private final ChangeClientKeys changeClientKeys;
    private final CampaignAnswers actors;
    private final FlagStreams streams;

    ClientKeyResource(ChangeClientKeys changeClientKeys, CampaignAnswers actors, FlagStreams streams) {
        this.changeClientKeys = changeClientKeys;
        this.actors = actors;
        this.streams = streams;
    }

    record ClientKeys(List<ClientKey> keys) {}

    @Schema(name = "NewClientKey", examples = "{\"name\":\"web shop\"}")
    record Body(
            @NotBlank(message = "is missing: say which client it is for") @Size(max = 120)
            String name) {}

    @GET
    @RolesAllowed({Role.MARKETER, Role.ANALYST})
    @Operation(summary = "All keys, the newest first")
    public ClientKeys list() {
        return new ClientKeys(changeClientKeys.all());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MARKETER, Role.ANALYST})
    @Operation(summary = "Make a key")
    public Response make(@NotNull(message = "send a JSON object with a name") @Valid Body body) {
        String actor = actors.actor();
        if (actor == null) {
            return CampaignAnswers.noSubject();
        }
        Response answer = changeClientKeys
                .make(body.name(), actor)
                .map(key -> Response.status(201).entity(key).build())
                .orElseGet(() -> Problems.conflict("too-many-client-keys", "There are as many keys as there may be."));
        streams.look();
        return answer;
    }

    @DELETE
    @Path("/{key}")
    @RolesAllowed({Role.MARKETER, Role.ANALYST})
    @Operation(summary = "Revoke a key: it lets nobody in any more, within a second")
    public Response revoke(@PathParam("key") String key) {
        boolean revoked = changeClientKeys.revoke(key);
        streams.look();
        return revoked ? Response.noContent().build() : Problems.notFound("client-key");
    }
}
