package dev.aisle.platform.operations;

import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What an operator may know of this service. */
@Path("/v1/operations")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class OperationsResource {
    private static final int LONGEST = 100;

    private final ReportService reportService;

    OperationsResource(ReportService reportService) {
        this.reportService = reportService;
    }

    /** @param settings part of the names of the settings to tell; without it none */
    @GET
    @RolesAllowed(Role.OPERATOR)
    @Operation(summary = "Whether it is ready, its jobs and clocks, and settings in force; never a secret")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = ServiceReport.class)))
    public Response report(@QueryParam("settings") @Nullable String settings) {
        String part = settings == null ? "" : settings.strip();
        return part.length() > LONGEST
                ? Problems.invalidField("settings", "expected part of a name, at most 100 characters")
                : Response.ok(reportService.now(part))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build();
    }
}
