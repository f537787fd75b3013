package dev.aisle.privacy.rights.holds;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.privacy.rights.holds.LegalHolds.Hold;
import dev.aisle.privacy.shared.edge.IsPseudonym;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;

/** Legal holds: an erasure waits for their end, everything else runs. */
@Path("/v1/legal-holds")
@RunOnVirtualThread
@RolesAllowed(Role.PRIVACY_OFFICER)
@Produces(MediaType.APPLICATION_JSON)
@Changes("hold")
class HoldResource {
    private final LegalHolds legalHolds;

    HoldResource(LegalHolds legalHolds) {
        this.legalHolds = legalHolds;
    }

    /** Why and until when. */
    record Body(
            @NotNull(message = "is missing")
            @Pattern(regexp = "[^\\p{Cc}]{3,300}", message = "expected 3 to 300 characters of one line")
            String reason,

            @NotNull(message = "is missing") @Future(message = "expected a time to come")
            Instant until) {}

    /** All that haven't ended. */
    record HoldList(List<Hold> holds) {}

    @GET
    public HoldList list() {
        return new HoldList(legalHolds.active());
    }

    @PUT
    @Path("/{pseudonym}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response set(
            @PathParam("pseudonym") @IsPseudonym String pseudonym,
            @Context SecurityContext officer,
            @NotNull(message = "is missing") @Valid Body body) {
        legalHolds.set(
                new Pseudonym(pseudonym),
                body.reason(),
                body.until(),
                officer.getUserPrincipal().getName());
        return Response.noContent().build();
    }

    @DELETE
    @Path("/{pseudonym}")
    public Response lift(@PathParam("pseudonym") @IsPseudonym String pseudonym) {
        return legalHolds.lift(new Pseudonym(pseudonym))
                ? Response.noContent().build()
                : Problems.notFound("legal-hold");
    }
}
