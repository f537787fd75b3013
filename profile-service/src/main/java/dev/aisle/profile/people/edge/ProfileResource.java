package dev.aisle.profile.people.edge;

import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.profile.people.usecase.ReadProfile;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Reads a profile. Unknown, erased and not consented look the same from outside. */
@Path("/v1/profiles")
@RunOnVirtualThread
class ProfileResource {
    private final ReadProfile readProfile;

    ProfileResource(ReadProfile readProfile) {
        this.readProfile = readProfile;
    }

    @GET
    @Path("/{pseudonym}")
    @RolesAllowed({Role.STOREFRONT, Role.SERVICE})
    public Response read(@PathParam("pseudonym") String pseudonym) {
        return readProfile
                .read(pseudonym)
                .map(readable -> Response.ok(ProfileAnswer.of(readable))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build())
                .orElseGet(() -> Problems.notFound("profile"));
    }
}
