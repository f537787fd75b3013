package dev.aisle.privacy.rights.opendsr;

import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The names that the routes had when OpenDSR was OpenGDPR; 10.1: they must be honoured. This is version 1. */
@Path("/v1/opengdpr_requests")
@RunOnVirtualThread
@RolesAllowed({Role.STOREFRONT, Role.PRIVACY_OFFICER})
@Produces(MediaType.APPLICATION_JSON)
@Changes("request")
class OpenGdprV1Resource {
    private final OpenDsrAnswers answers;

    OpenGdprV1Resource(OpenDsrAnswers answers) {
        this.answers = answers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response request(byte @Nullable [] body) {
        return answers.take(body, true);
    }

    @GET
    @Path("/{id}")
    public Response status(@PathParam("id") String id) {
        return answers.status(id);
    }

    @DELETE
    @Path("/{id}")
    public Response cancel(@PathParam("id") String id) {
        return answers.cancel(id);
    }
}
