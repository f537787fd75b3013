package dev.aisle.platform.export;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.quarkus.arc.properties.UnlessBuildProperty;
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

/** What this service knows of a person, for privacy-service to give to that person. Unknown and erased people look the same. */
@Path("/v1/subjects/{pseudonym}/export")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@UnlessBuildProperty(name = "quarkus.application.name", stringValue = "privacy-service")
class ExportResource {
    private final PersonExport export;

    ExportResource(PersonExport export) {
        this.export = export;
    }

    @GET
    @RolesAllowed(Role.SERVICE)
    public Response export(@PathParam("pseudonym") String pseudonym) throws IOException {
        return Pseudonym.isPseudonym(pseudonym)
                ? Response.ok(export.of(pseudonym))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build()
                : Problems.invalidField("pseudonym", "expected p1.<keyId>.<32 characters of base64url>");
    }
}
