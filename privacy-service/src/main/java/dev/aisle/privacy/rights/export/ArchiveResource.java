package dev.aisle.privacy.rights.export;

import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.problem.Problem;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.privacy.rights.export.FetchArchive.Outcome;
import dev.aisle.privacy.shared.people.ReceiptRules;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The archive of an access or a portability. */
@Path("/v1/requests")
@RunOnVirtualThread
@RolesAllowed({Role.STOREFRONT, Role.PRIVACY_OFFICER})
@Changes("archive")
class ArchiveResource {
    /** A header, since addresses end in logs. */
    static final String TOKEN = "Archive-Token";

    private final FetchArchive fetchArchive;

    ArchiveResource(FetchArchive fetchArchive) {
        this.fetchArchive = fetchArchive;
    }

    /** What opens the archive. */
    record TokenView(String token, Instant expiresAt) {}

    @POST
    @Path("/{id}/archive-token")
    @Produces(MediaType.APPLICATION_JSON)
    public Response issue(@PathParam("id") String id) {
        UUID requestId = ReceiptRules.requestId(id);
        return answer(requestId == null ? new Outcome.NoSuchArchive() : fetchArchive.issue(requestId));
    }

    @GET
    @Path("/{id}/archive")
    public Response fetch(@PathParam("id") String id, @HeaderParam(TOKEN) @Nullable String token) {
        UUID requestId = ReceiptRules.requestId(id);
        return answer(
                requestId == null
                        ? new Outcome.NoSuchArchive()
                        : fetchArchive.fetch(requestId, token == null ? "" : token));
    }

    private static Response answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Issued issued ->
                Response.status(201)
                        .entity(new TokenView(issued.token(), issued.expiresAt()))
                        .build();
            case Outcome.Archive archive ->
                Response.ok(archive.zip(), "application/zip")
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"archive.zip\"")
                        .build();
            case Outcome.NotReady notReady ->
                Problems.conflict("not-ready", "Not all services have answered yet; the request says who is awaited.");
            case Outcome.Gone gone ->
                Problems.answer(Problem.of(
                        "archive-gone",
                        410,
                        "It was fetched, has expired, or " + TOKEN
                                + " is not its token. Make a new request for a new archive."));
            case Outcome.NoSuchArchive none -> Problems.notFound("archive");
        };
    }
}
