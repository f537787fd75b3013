package dev.aisle.privacy.rights.export;

import dev.aisle.platform.audit.ChangesNothing;
import dev.aisle.platform.security.Role;
import dev.aisle.privacy.shared.edge.NamesSubject;
import dev.aisle.privacy.shared.edge.UnknownAddress;
import dev.aisle.privacy.shared.people.SubjectReference;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What an erasure would remove. Nothing is removed; a service that doesn't answer is named. */
@Path("/v1/erasure-previews")
@RunOnVirtualThread
@RolesAllowed({Role.STOREFRONT, Role.PRIVACY_OFFICER})
@Produces(MediaType.APPLICATION_JSON)
@ChangesNothing("it says what an erasure would remove")
class PreviewResource {
    private final PreviewErasure previewErasure;

    PreviewResource(PreviewErasure previewErasure) {
        this.previewErasure = previewErasure;
    }

    /** Whose erasure. */
    record Body(
            @NotNull(message = "is missing") @NamesSubject String subject) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PreviewErasure.Preview.class)))
    public Response preview(@NotNull(message = "is missing") @Valid Body body) {
        return previewErasure
                .of(SubjectReference.of(body.subject()))
                .map(preview -> Response.ok(preview).build())
                .orElseGet(UnknownAddress::answer);
    }
}
