package dev.aisle.privacy.vault.pseudonyms;

import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.privacy.vault.pseudonyms.PseudonymKeyViews.KeyView;
import dev.aisle.privacy.vault.pseudonyms.PseudonymKeyViews.KeysView;
import dev.aisle.privacy.vault.pseudonyms.PseudonymKeyViews.RotationView;
import dev.aisle.privacy.vault.pseudonyms.RetirePseudonymKey.Outcome;
import dev.aisle.privacy.vault.pseudonyms.RotatePseudonymKey.Begun;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;

/** The pseudonym keys: an operator moves people to the active one and retires the old; counts only, nobody is named. */
@Path("/v1/pseudonym-keys")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Changes("key")
class PseudonymKeyResource {
    private final RotatePseudonymKey rotatePseudonymKey;
    private final RetirePseudonymKey retirePseudonymKey;

    PseudonymKeyResource(RotatePseudonymKey rotatePseudonymKey, RetirePseudonymKey retirePseudonymKey) {
        this.rotatePseudonymKey = rotatePseudonymKey;
        this.retirePseudonymKey = retirePseudonymKey;
    }

    @GET
    @RolesAllowed({Role.OPERATOR, Role.PRIVACY_OFFICER})
    public KeysView report() {
        return new KeysView(
                retirePseudonymKey.report().stream().map(KeyView::of).toList());
    }

    @POST
    @Path("/rotations")
    @RolesAllowed(Role.OPERATOR)
    public Response rotate() {
        Begun begun = rotatePseudonymKey.begin();
        return Response.status(begun.now() ? Response.Status.ACCEPTED : Response.Status.OK)
                .location(URI.create(
                        "/v1/pseudonym-keys/rotations/" + begun.rotation().id()))
                .entity(RotationView.of(begun.rotation()))
                .build();
    }

    @GET
    @Path("/rotations/{id}")
    @RolesAllowed({Role.OPERATOR, Role.PRIVACY_OFFICER})
    public Response rotation(@PathParam("id") UUID id) {
        return rotatePseudonymKey
                .read(id)
                .map(rotation -> Response.ok(RotationView.of(rotation)).build())
                .orElseGet(() -> Problems.notFound("rotation"));
    }

    /** Without {@code dryRun=false} it only tells what would be. */
    @POST
    @Path("/{id}/retirement")
    @RolesAllowed(Role.OPERATOR)
    public Response retire(
            @PathParam("id") String id,
            @QueryParam("dryRun")
                    @DefaultValue("true")
                    @Pattern(regexp = "true|false", message = "expected true or false")
                    String dryRun) {
        return switch (retirePseudonymKey.retire(id, Boolean.parseBoolean(dryRun))) {
            case Outcome.Retired retired ->
                Response.ok(KeyView.of(retired.usage())).build();
            case Outcome.InUse(KeyUsage usage) ->
                Problems.conflict(
                        "pseudonym-key-in-use",
                        usage.active()
                                ? "The active key can't be retired."
                                : "Under this key stand " + usage.consents() + " people with a consent, "
                                        + usage.vault() + " in the vault and " + usage.requests()
                                        + " requests that wait; without it they would be lost.");
            case Outcome.NoSuchKey none -> Problems.notFound("pseudonym-key");
        };
    }
}
