package dev.aisle.profile.people.edge;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.problem.Problem;
import dev.aisle.platform.problem.Problem.FieldError;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.profile.people.usecase.ReadProfile;
import dev.aisle.profile.people.usecase.ReadableProfile;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads profiles. Unknown, erased and not consented look the same from outside. */
@Path("/v1/profiles")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ProfileResource {
    private final ReadProfile readProfile;

    ProfileResource(ReadProfile readProfile) {
        this.readProfile = readProfile;
    }

    /**
     * Many at once.
     *
     * @param pseudonyms 1 to 500
     * @param purpose {@code analytics} or {@code personalization}; when it is missing, the most that each person grants
     */
    record Search(
            @Nullable List<@Nullable String> pseudonyms,
            @Nullable String purpose) {}

    /** The profiles in the order of the question; whoever can't be read is left out. */
    record Found(List<ProfileAnswer> profiles) {}

    @GET
    @Path("/{pseudonym}")
    @RolesAllowed({Role.STOREFRONT, Role.SERVICE})
    public Response read(@PathParam("pseudonym") String pseudonym, @QueryParam("purpose") @Nullable String purpose) {
        ProfileChecks checks = new ProfileChecks();
        Purpose readFor = checks.purpose("purpose", purpose);
        return checks.errors().isEmpty()
                ? readProfile
                        .read(pseudonym, readFor)
                        .map(readable -> answer(ProfileAnswer.of(readable)))
                        .orElseGet(() -> Problems.notFound("profile"))
                : invalid(checks);
    }

    @POST
    @Path("/search")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.STOREFRONT, Role.SERVICE})
    public Response search(@Nullable Search search) {
        if (search == null) {
            return Problems.malformed("Send a JSON object with pseudonyms.");
        }
        ProfileChecks checks = new ProfileChecks();
        checks.pseudonyms("pseudonyms", search.pseudonyms());
        Purpose readFor = checks.purpose("purpose", search.purpose());
        if (!checks.errors().isEmpty() || search.pseudonyms() == null) {
            return invalid(checks);
        }
        LinkedHashSet<String> asked = search.pseudonyms().stream()
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, ReadableProfile> found = readProfile.read(asked, readFor);
        return answer(new Found(asked.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(ProfileAnswer::of)
                .toList()));
    }

    private static Response answer(Object body) {
        return Response.ok(body).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private static Response invalid(ProfileChecks checks) {
        String detail = checks.errors().stream()
                .map(error -> error.field() + ": " + error.message())
                .collect(Collectors.joining("; "));
        return Problems.answer(
                Problem.of("invalid-field", 400, detail, checks.errors().toArray(FieldError[]::new)));
    }
}
