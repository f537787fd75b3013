package dev.aisle.privacy.consent.enforcement;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.privacy.audit.log.StaffReads;
import dev.aisle.privacy.shared.edge.IsPseudonym;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Tells whether a withdrawal is in force, and of whom it isn't known. */
@Path("/v1/consents/{pseudonym}/withdrawals/{version}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class WithdrawalResource {
    private final LookAtWithdrawal lookAtWithdrawal;
    private final StaffReads staffReads;

    WithdrawalResource(LookAtWithdrawal lookAtWithdrawal, StaffReads staffReads) {
        this.lookAtWithdrawal = lookAtWithdrawal;
        this.staffReads = staffReads;
    }

    @GET
    @RolesAllowed({Role.STOREFRONT, Role.PRIVACY_OFFICER})
    public Response status(@PathParam("pseudonym") @IsPseudonym String pseudonym, @PathParam("version") long version) {
        staffReads.ofConsent(new Pseudonym(pseudonym), "withdrawal");
        return lookAtWithdrawal
                .look(new Pseudonym(pseudonym), version)
                .map(effect -> Response.ok(WithdrawalView.of(pseudonym, effect)).build())
                .orElseGet(() -> Problems.notFound("withdrawal"));
    }
}
