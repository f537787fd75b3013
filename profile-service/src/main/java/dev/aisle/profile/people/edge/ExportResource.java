package dev.aisle.profile.people.edge;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.platform.export.ExportTables;
import dev.aisle.platform.export.SubjectExport;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.profile.people.domain.PersonEvents;
import dev.aisle.profile.people.usecase.ExportEvents;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What this service knows of a person, for privacy-service to give to that person. Unknown and erased people look the same. */
@Path("/v1/subjects/{pseudonym}/export")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class ExportResource {
    /** The section of the packed events. */
    private static final String EVENTS = "events";

    private final ExportTables tables;
    private final ExportEvents events;

    ExportResource(ExportTables tables, ExportEvents events) {
        this.tables = tables;
        this.events = events;
    }

    @GET
    @RolesAllowed(Role.SERVICE)
    public Response export(@PathParam("pseudonym") String pseudonym) {
        return Pseudonym.isPseudonym(pseudonym)
                ? Response.ok(readable(pseudonym))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build()
                : Problems.invalidField("pseudonym", "expected p1.<keyId>.<32 characters of base64url>");
    }

    private SubjectExport readable(String pseudonym) {
        SubjectExport packed = tables.of(pseudonym);
        PersonEvents kept = events.of(pseudonym);
        return new SubjectExport(
                packed.service(),
                packed.sections().stream()
                        .map(section -> section.name().equals(EVENTS) ? ReadableEvents.section(section, kept) : section)
                        .toList());
    }
}
