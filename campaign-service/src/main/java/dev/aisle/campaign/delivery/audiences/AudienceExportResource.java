package dev.aisle.campaign.delivery.audiences;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.campaign.delivery.audiences.ExportAudience.Outcome;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** People of a campaign as an ad platform takes them. The role is a scope of its own: no other one includes it. */
@Path("/v1/campaigns/{id}/audience-exports")
@Changes("audience")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "campaigns")
class AudienceExportResource {
    private static final Logger LOG = Logger.getLogger(AudienceExportResource.class);
    private static final int RETRY_SECONDS = 10;

    private final ExportAudience exportAudience;

    AudienceExportResource(ExportAudience exportAudience) {
        this.exportAudience = exportAudience;
    }

    /** Whether it is only tried, which it is unless {@code false} is said. */
    record ExportBody(@Nullable Boolean dryRun) {}

    /** What an export would be. */
    record DryRunView(int version, long people) {}

    /** An export that was made; how many people joined and went only for whoever may have the file. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ExportView(
            UUID id,
            int version,
            String state,
            @Nullable Long joined,
            @Nullable Long gone,
            String by,
            Instant startedAt,
            @Nullable Instant finishedAt) {
        static ExportView of(AudienceExport one, boolean people) {
            return new ExportView(
                    one.id(),
                    one.version(),
                    one.state().code(),
                    people ? Long.valueOf(one.joined()) : null,
                    people ? Long.valueOf(one.gone()) : null,
                    one.by(),
                    one.startedAt(),
                    one.finishedAt());
        }
    }

    /** The exports, the latest first. */
    record ExportsView(List<ExportView> exports) {}

    @POST
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @RolesAllowed(Role.ADS_EXPORT)
    @Operation(
            summary = "Try an export, or make it",
            description =
                    "A file of lines add or remove, an id of this campaign's own, and the SHA-256 of the e-mail address; only of people who allow targeted ads.")
    public Response export(
            @PathParam("id") String id,
            @NotNull(message = "send a JSON object, {} to try it") ExportBody body,
            @Context SecurityContext caller) {
        try {
            return answer(
                    Boolean.FALSE.equals(body.dryRun())
                            ? exportAudience.export(
                                    id, caller.getUserPrincipal().getName())
                            : exportAudience.tryOut(id));
        } catch (IOException e) {
            LOG.warnf("No audience was exported: %s", e.getMessage());
            return Problems.unavailable("privacy-service gives no identifiers now; try again.", RETRY_SECONDS);
        }
    }

    private static Response answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Ready ready -> file(ready.file());
            case Outcome.WouldBe wouldBe ->
                Response.ok(new DryRunView(wouldBe.version(), wouldBe.people()), MediaType.APPLICATION_JSON_TYPE)
                        .build();
            case Outcome.Missing _ -> Problems.notFound("campaign");
            case Outcome.NotRunning notRunning ->
                Problems.conflict("wrong-state", "It isn't running but " + notRunning.state() + ".");
            case Outcome.UnderWay _ ->
                Problems.conflict(
                        "export-under-way", "Another export of this campaign is under way; wait for its end.");
            case Outcome.OtherChannels _ ->
                Problems.unprocessable(
                        "no-ad-audience", "/channels", "this campaign doesn't go to ad platforms; add ad_audience");
            case Outcome.TooFew few ->
                Problems.unprocessable(
                        "audience-too-small",
                        "/audience",
                        "fewer than " + few.threshold()
                                + " of its people allow targeted ads and can be found by the platform; widen the audience");
        };
    }

    private static Response file(AudienceFile file) {
        StreamingOutput stream = file::writeTo;
        return Response.ok(stream, "text/csv; charset=us-ascii")
                .header("Aisle-Export-Id", file.id())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audience-" + file.id() + ".csv\"")
                .build();
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MARKETER, Role.ADS_EXPORT})
    @Operation(
            summary = "The exports of a campaign, the latest first",
            description = "How many people joined and went is for the role ads:export alone: it is exact.")
    public Response history(@PathParam("id") String id, @Context SecurityContext caller) {
        boolean people = caller.isUserInRole(Role.ADS_EXPORT);
        return exportAudience
                .history(id)
                .map(all -> Response.ok(new ExportsView(all.stream()
                                .map(one -> ExportView.of(one, people))
                                .toList()))
                        .build())
                .orElseGet(() -> Problems.notFound("campaign"));
    }
}
