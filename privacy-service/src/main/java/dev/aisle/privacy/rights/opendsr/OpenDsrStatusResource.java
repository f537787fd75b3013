package dev.aisle.privacy.rights.opendsr;

import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** 3.1 names the status so, 8.1 as a request: both answer. */
@Path("/v2/status/{id}")
@RunOnVirtualThread
@RolesAllowed({Role.STOREFRONT, Role.PRIVACY_OFFICER})
@Produces(MediaType.APPLICATION_JSON)
class OpenDsrStatusResource {
    private final OpenDsrAnswers answers;

    OpenDsrStatusResource(OpenDsrAnswers answers) {
        this.answers = answers;
    }

    @GET
    public Response status(@PathParam("id") String id) {
        return answers.status(id);
    }
}
