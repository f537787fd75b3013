package dev.aisle.privacy.vault.traits;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.privacy.shared.edge.IsPseudonym;
import dev.aisle.privacy.vault.traits.TraitChange.Reading;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.jspecify.annotations.Nullable;

/** Takes and shows what is kept of one subject. The shop's server asks from inside: it is on no public host. */
@Path("/v1/vault/{pseudonym}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class VaultResource {
    static final String REASON = "Aisle-Reason";
    private static final String OWN_DATA = "the person's own account";

    private final ChangeTraits changeTraits;
    private final ReadTraits readTraits;

    VaultResource(ChangeTraits changeTraits, ReadTraits readTraits) {
        this.changeTraits = changeTraits;
        this.readTraits = readTraits;
    }

    /** Which fields were set or removed; never their values. */
    record ChangedView(String subject, List<String> changed) {}

    /** What is kept of a subject. */
    record TraitsView(String subject, Map<String, Object> traits) {}

    @Extension(name = "x-internal", value = "true", parseValue = true)
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.STOREFRONT)
    public Response change(
            @PathParam("pseudonym") @IsPseudonym String pseudonym,
            @Context SecurityContext caller,
            @NotNull(message = "is missing") Map<String, @Nullable Object> body) {
        return switch (TraitChange.read(body)) {
            case Reading.Refused refused -> Problems.invalidField(refused.field(), refused.message());
            case Reading.Understood(TraitChange change) -> {
                changeTraits.change(
                        new Pseudonym(pseudonym),
                        change,
                        caller.getUserPrincipal().getName());
                yield Response.ok(new ChangedView(pseudonym, change.fields())).build();
            }
        };
    }

    @Extension(name = "x-internal", value = "true", parseValue = true)
    @GET
    @RolesAllowed({Role.STOREFRONT, Role.PRIVACY_OFFICER})
    public Response read(
            @PathParam("pseudonym") @IsPseudonym String pseudonym,
            @HeaderParam(REASON)
                    @Pattern(regexp = "[\\x20-\\x7E]{3,200}", message = "expected 3 to 200 visible ASCII characters")
                    @Nullable
                    String reason,
            @Context SecurityContext caller) {
        if (reason == null && !caller.isUserInRole(Role.STOREFRONT)) {
            return Problems.invalidField(REASON, "is missing; whoever reads what is kept of somebody says why");
        }
        var traits = readTraits.read(
                new Pseudonym(pseudonym), caller.getUserPrincipal().getName(), reason == null ? OWN_DATA : reason);
        return Response.ok(new TraitsView(pseudonym, traits.named())).build();
    }
}
