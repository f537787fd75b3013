package dev.aisle.privacy.vault.masterkeys;

import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.privacy.vault.masterkeys.ReportMasterKeys.MasterKeyState;
import dev.aisle.privacy.vault.masterkeys.RotateMasterKey.Begun;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The master keys: an operator rotates them and sees no payload by it; an officer sees how far it is. */
@Path("/v1/vault/keys")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Changes("key")
class MasterKeyResource {
    private final RotateMasterKey rotateMasterKey;
    private final ReportMasterKeys reportMasterKeys;

    MasterKeyResource(RotateMasterKey rotateMasterKey, ReportMasterKeys reportMasterKeys) {
        this.rotateMasterKey = rotateMasterKey;
        this.reportMasterKeys = reportMasterKeys;
    }

    /** The master keys and what they wrap. */
    record KeysView(List<MasterKeyState> keys) {}

    /** How far a rotation is. */
    record RotationView(
            UUID id,
            String masterKey,
            String status,
            long total,
            long rewrapped,
            long unusable,
            Instant startedAt,
            @Nullable Instant finishedAt) {
        static RotationView of(Rotation rotation) {
            return new RotationView(
                    rotation.id(),
                    rotation.masterKey(),
                    rotation.running() ? "running" : "completed",
                    rotation.total(),
                    rotation.rewrapped(),
                    rotation.unusable(),
                    rotation.startedAt(),
                    rotation.finishedAt());
        }
    }

    @GET
    @RolesAllowed({Role.OPERATOR, Role.PRIVACY_OFFICER})
    public KeysView report() {
        return new KeysView(reportMasterKeys.report());
    }

    @POST
    @Path("/rotations")
    @RolesAllowed(Role.OPERATOR)
    public Response rotate(@Context SecurityContext caller) {
        Begun begun = rotateMasterKey.begin(caller.getUserPrincipal().getName());
        return Response.status(begun.now() ? Response.Status.ACCEPTED : Response.Status.OK)
                .location(URI.create(
                        "/v1/vault/keys/rotations/" + begun.rotation().id()))
                .entity(RotationView.of(begun.rotation()))
                .build();
    }

    @GET
    @Path("/rotations/{id}")
    @RolesAllowed({Role.OPERATOR, Role.PRIVACY_OFFICER})
    public Response rotation(@PathParam("id") UUID id) {
        return rotateMasterKey
                .read(id)
                .map(rotation -> Response.ok(RotationView.of(rotation)).build())
                .orElseGet(() -> Problems.notFound("rotation"));
    }
}
