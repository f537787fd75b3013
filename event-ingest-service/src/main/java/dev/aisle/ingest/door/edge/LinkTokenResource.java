package dev.aisle.ingest.door.edge;

import dev.aisle.ingest.door.domain.Identity;
import dev.aisle.ingest.door.usecase.LinkTokens;
import dev.aisle.ingest.door.usecase.LinkTokens.LinkToken;
import dev.aisle.ingest.shared.values.Fault;
import dev.aisle.ingest.shared.values.Faults;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Gives a shop's server the token with which a page may link its browser to the customer who has just logged in. */
@Path("/v1/link-tokens")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class LinkTokenResource {
    private final LinkTokens linkTokens;

    LinkTokenResource(LinkTokens linkTokens) {
        this.linkTokens = linkTokens;
    }

    @Schema(examples = "{\"userId\":\"42\",\"anonymousId\":\"5ff3bd0e-5a3d-4c0a-8f0e-9d8b4c1f2a3b\"}")
    record LinkTokenRequest(
            @NotBlank String userId, @NotBlank String anonymousId) {
        @Override
        public String toString() {
            return "LinkTokenRequest[…]";
        }
    }

    /** @param linkToken for {@code context.linkToken} of an event that names both */
    record LinkTokenAnswer(String linkToken, Instant expiresAt) {}

    @POST
    @RolesAllowed(Role.STOREFRONT)
    @Operation(
            summary = "A token that links a browser to a customer",
            description =
                    "Call it after a log-in, for the id that your server gave this browser. An event with both ids and this token as"
                            + " context.linkToken links the two, with a public write key too. It holds for an hour and for no other two ids.")
    public Response issue(@NotNull @Valid LinkTokenRequest request) {
        Faults faults = new Faults();
        Identity identity = Identity.of(request.userId(), request.anonymousId(), faults);
        Optional<Fault> fault = faults.first();
        if (fault.isPresent()) {
            return Problems.invalidField(fault.get().field(), fault.get().message());
        }
        LinkToken token = linkTokens.issue(identity, Instant.now());
        return Response.ok(new LinkTokenAnswer(token.value(), token.expiresAt()))
                .header("Cache-Control", "no-store")
                .build();
    }
}
