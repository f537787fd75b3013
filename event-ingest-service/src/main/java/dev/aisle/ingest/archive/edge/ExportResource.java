package dev.aisle.ingest.archive.edge;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.ingest.archive.usecase.ExportArchive;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/** What the archive holds of a person, for privacy-service to give to that person. Unknown and erased people look the same. */
@Path("/v1/subjects/{pseudonym}/export")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class ExportResource {
    private final ExportArchive exportArchive;

    ExportResource(ExportArchive exportArchive) {
        this.exportArchive = exportArchive;
    }

    @GET
    @RolesAllowed(Role.SERVICE)
    public Response export(@PathParam("pseudonym") String pseudonym) throws IOException {
        return Pseudonym.isPseudonym(pseudonym)
                ? Response.ok(exportArchive.of(pseudonym))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build()
                : Problems.invalidField("pseudonym", "expected p1.<keyId>.<32 characters of base64url>");
    }
}
