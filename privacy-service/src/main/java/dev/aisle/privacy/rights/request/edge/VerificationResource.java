package dev.aisle.privacy.rights.request.edge;

import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.privacy.rights.request.domain.OneTimeCode;
import dev.aisle.privacy.rights.request.domain.Verification;
import dev.aisle.privacy.rights.request.edge.RequestViews.RequestView;
import dev.aisle.privacy.rights.request.usecase.ReadRequest;
import dev.aisle.privacy.rights.request.usecase.VerifyRequest;
import dev.aisle.privacy.rights.request.usecase.VerifyRequest.Outcome;
import dev.aisle.privacy.shared.people.ReceiptRules;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The person enters the one-time code; or the storefront, after a log-in, or an officer vouches with a reason. */
@Path("/v1/requests/{id}/verification")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Changes("request")
class VerificationResource {
    private final VerifyRequest verifyRequest;
    private final ReadRequest readRequest;

    VerificationResource(VerifyRequest verifyRequest, ReadRequest readRequest) {
        this.verifyRequest = verifyRequest;
        this.readRequest = readRequest;
    }

    /** One of the two: the code, or why the caller vouches. */
    record Body(
            @Pattern(regexp = "[2-9A-Z]{1,20}", message = "expected a code of letters and digits") @Nullable
            String code,

            @Pattern(regexp = "[^\\p{Cc}]{3,300}", message = "expected 3 to 300 characters of one line") @Nullable
            String reason) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.STOREFRONT, Role.PRIVACY_OFFICER})
    public Response verify(
            @PathParam("id") String id,
            @Context SecurityContext caller,
            @NotNull(message = "is missing") @Valid Body body) {
        if ((body.code() == null) == (body.reason() == null)) {
            return Problems.invalidField("code", "expected either a code or a reason");
        }
        UUID requestId = ReceiptRules.requestId(id);
        return requestId == null ? Problems.notFound("request") : answer(requestId, outcome(requestId, body, caller));
    }

    private Outcome outcome(UUID id, Body body, SecurityContext caller) {
        if (body.reason() == null) {
            return verifyRequest.byCode(id, new OneTimeCode(body.code() == null ? "" : body.code()));
        }
        Verification by = caller.isUserInRole(Role.PRIVACY_OFFICER) ? Verification.OFFICER : Verification.STOREFRONT;
        return verifyRequest.by(by, id, body.reason());
    }

    private Response answer(UUID id, Outcome outcome) {
        return switch (outcome) {
            case VERIFIED ->
                readRequest
                        .read(id)
                        .map(state -> Response.ok(RequestView.of(state)).build())
                        .orElseGet(() -> Problems.notFound("request"));
            case WRONG_CODE -> Problems.unprocessable("wrong-code", "code", "it is not the code of this request");
            case CODE_VOID ->
                Problems.conflict(
                        "code-void", "No code is good any more. Send a new request, or let an officer vouch.");
            case NOT_AWAITING -> Problems.conflict("not-awaiting", "Nobody has to vouch for this request.");
            case NO_SUCH_REQUEST -> Problems.notFound("request");
        };
    }
}
