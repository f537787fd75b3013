package dev.aisle.recommender.search;

import dev.aisle.platform.problem.Problem.FieldError;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Search for those without gRPC. */
@Path("/v1/search")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class SearchResource {
    private final SearchProducts searchProducts;

    SearchResource(SearchProducts searchProducts) {
        this.searchProducts = searchProducts;
    }

    @GET
    @RolesAllowed({Role.STOREFRONT, Role.SERVICE})
    @Operation(summary = "Products that fit a text, by code, words and meaning.")
    public Response search(@BeanParam SearchParameters parameters) {
        List<FieldError> errors = new ArrayList<>();
        return answer(parameters.typed(errors), errors);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.STOREFRONT, Role.SERVICE})
    @Operation(summary = "The same for what was spoken: up to five transcripts of a recogniser with their confidences.")
    public Response spoken(@BeanParam SearchParameters parameters, @Nullable SpokenRequest request) {
        if (request == null) {
            return Problems.malformed("Send a JSON object with transcripts.");
        }
        List<FieldError> errors = new ArrayList<>();
        return answer(parameters.spoken(request.heard(), errors), errors);
    }

    private Response answer(SearchQuery query, List<FieldError> errors) {
        searchProducts.violation(query).ifPresent(message -> errors.add(new FieldError("domain", message)));
        return errors.isEmpty()
                ? Response.ok(SearchView.of(searchProducts.search(query)))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build()
                : Problems.invalidFields(errors);
    }
}
