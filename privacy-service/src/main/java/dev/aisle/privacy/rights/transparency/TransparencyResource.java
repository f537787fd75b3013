package dev.aisle.privacy.rights.transparency;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.platform.security.Role;
import dev.aisle.privacy.shared.datamap.Words;
import dev.aisle.privacy.shared.edge.IsPseudonym;
import dev.aisle.privacy.shared.people.SubjectReference;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** For the shopper's privacy page: the storefront asks for the person who is logged in. */
@Path("/v1/transparency/{pseudonym}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class TransparencyResource {
    private final ExplainToSubject explainToSubject;

    TransparencyResource(ExplainToSubject explainToSubject) {
        this.explainToSubject = explainToSubject;
    }

    @GET
    @RolesAllowed(Role.STOREFRONT)
    @Operation(
            summary = "What is known of a person, why it was shown something, and how to change it",
            description =
                    "In English or Chinese, by Accept-Language. Of an unknown and of an erased person the same: nothing.")
    public Transparency explain(@PathParam("pseudonym") @IsPseudonym String pseudonym, @Context HttpHeaders headers) {
        return explainToSubject.explain(
                new SubjectReference.ByPseudonym(new Pseudonym(pseudonym)), Words.of(headers.getAcceptableLanguages()));
    }
}
