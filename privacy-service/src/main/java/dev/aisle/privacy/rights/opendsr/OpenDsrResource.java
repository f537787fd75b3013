package dev.aisle.privacy.rights.opendsr;

import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.security.Role;
import dev.aisle.privacy.shared.people.ReceiptRules;
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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requests of controllers, OpenDSR 2.0: sections 7, 8 and 9. */
@Path("/v2/requests")
@RunOnVirtualThread
@RolesAllowed({Role.STOREFRONT, Role.PRIVACY_OFFICER})
@Produces(MediaType.APPLICATION_JSON)
@Changes("request")
class OpenDsrResource {
    private final OpenDsrAnswers answers;
    private final OpenDsrParts parts;

    OpenDsrResource(OpenDsrAnswers answers, OpenDsrParts parts) {
        this.answers = answers;
        this.parts = parts;
    }

    /** The requests that a controller's request became; see {@code /v1/requests/{id}} for each. */
    record PartList(List<UUID> requests) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response request(byte @Nullable [] body) {
        return answers.take(body, false);
    }

    @GET
    @Path("/{id}")
    public Response request(@PathParam("id") String id) {
        return answers.status(id);
    }

    @DELETE
    @Path("/{id}")
    public Response cancel(@PathParam("id") String id) {
        return answers.cancel(id);
    }

    @GET
    @Path("/{id}/parts")
    public PartList parts(@PathParam("id") String id) {
        UUID requestId = ReceiptRules.requestId(id);
        return new PartList(requestId == null ? List.of() : parts.of(requestId));
    }
}
