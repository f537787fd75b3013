package dev.aisle.recommender.serving.edge;

import dev.aisle.platform.problem.Problem;
import dev.aisle.platform.problem.Problem.FieldError;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.recommender.serving.domain.RecommendQuery;
import dev.aisle.recommender.serving.usecase.Recommend;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Recommendations for those without gRPC. */
@Path("/v1/recommendations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RecommendationResource {
    private final Recommend recommend;

    RecommendationResource(Recommend recommend) {
        this.recommend = recommend;
    }

    @POST
    @RolesAllowed({Role.STOREFRONT, Role.SERVICE})
    public Response recommend(@Nullable RecommendationRequest request) {
        if (request == null) {
            return Problems.malformed("Send a JSON object; {} asks for what is popular.");
        }
        Checks checks = new Checks();
        RecommendQuery query = request.checked(checks);
        if (!checks.errors().isEmpty()) {
            return invalid(checks);
        }
        return Response.ok(RecommendationView.of(UUID.randomUUID().toString(), recommend.recommend(query)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Response invalid(Checks checks) {
        String detail = checks.errors().stream()
                .map(error -> error.field() + ": " + error.message())
                .collect(Collectors.joining("; "));
        return Problems.answer(
                Problem.of("invalid-field", 400, detail, checks.errors().toArray(FieldError[]::new)));
    }
}
