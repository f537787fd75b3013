package dev.aisle.campaign.delivery.messages.edge;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.campaign.delivery.messages.usecase.StopMessages;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** Told by the shop when a person has given another address: the bounces of the old one count no more. */
@Path("/v1/suppressions/{pseudonym}/bounces")
@RunOnVirtualThread
class SuppressionResource {
    private final StopMessages stopMessages;

    SuppressionResource(StopMessages stopMessages) {
        this.stopMessages = stopMessages;
    }

    @DELETE
    @RolesAllowed(Role.STOREFRONT)
    public Response lift(@PathParam("pseudonym") String pseudonym) {
        if (!Pseudonym.isPseudonym(pseudonym)) {
            return Problems.invalidField("pseudonym", "expected p1.<keyId>.<32 characters of base64url>");
        }
        stopMessages.addressChanged(pseudonym);
        return Response.noContent().build();
    }
}
