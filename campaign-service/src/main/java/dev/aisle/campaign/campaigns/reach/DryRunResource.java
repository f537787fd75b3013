package dev.aisle.campaign.campaigns.reach;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.campaign.campaigns.reach.Reach.Stopped;
import dev.aisle.platform.audit.ChangesNothing;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a campaign would do, were everybody to come now. */
@Path("/v1/campaigns/{id}/dry-run")
@ChangesNothing("answers a question; what the guard counts is no change")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "campaigns")
class DryRunResource {
    private final DryRun dryRun;

    DryRunResource(DryRun dryRun) {
        this.dryRun = dryRun;
    }

    /** Which version; the newest when none is named. */
    record DryRunBody(@Nullable Integer version) {}

    /** One variation as it would be read. */
    record Example(String variation, Map<String, String> texts) {}

    /** What the version lacks. */
    record Lack(String field, String message, String fix) {}

    /**
     * What was found.
     *
     * @param people how many would get it or be its comparison group; with noise, not there below the threshold
     * @param byVariation without those below the threshold
     * @param stoppedBy who wouldn't get it, by the first rule that stops them, from the threshold on
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DryRunAnswer(
            int version,
            int threshold,
            @Nullable Long people,
            Map<String, Long> byVariation,
            List<Stopped> stoppedBy,
            List<Example> examples,
            List<Lack> lacking) {
        static DryRunAnswer of(DryRun.Found found) {
            return new DryRunAnswer(
                    found.version(),
                    found.threshold(),
                    found.reach().people(),
                    found.reach().byVariation(),
                    found.reach().stoppedBy(),
                    found.examples().stream()
                            .map(one ->
                                    new Example(one.variation(), one.written().texts()))
                            .toList(),
                    found.lacking().stream()
                            .map(one -> new Lack(one.place(), one.message(), one.fix()))
                            .toList());
        }
    }

    @POST
    @RolesAllowed({Role.MARKETER, Role.ANALYST})
    @Operation(
            summary = "How many people would get what, and what is lacking",
            description =
                    "Looks at everybody who allows personalization; nothing is given to anybody. Numbers have noise that stays with the version, and aren't shown below the threshold.")
    public Response run(
            @PathParam("id") String id,
            @NotNull(message = "send a JSON object, {} for the newest version") DryRunBody body) {
        return dryRun.run(id, body.version())
                .map(found -> Response.ok(DryRunAnswer.of(found)).build())
                .orElseGet(() -> Problems.notFound("campaign"));
    }
}
