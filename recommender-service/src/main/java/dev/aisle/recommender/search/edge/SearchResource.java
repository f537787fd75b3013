package dev.aisle.recommender.search.edge;

import dev.aisle.platform.problem.Problem.FieldError;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.recommender.search.domain.SearchQuery;
import dev.aisle.recommender.search.usecase.SearchProducts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;

/** Search for those without gRPC. */
@Path("/v1/search")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SearchResource {
    private final SearchProducts searchProducts;

    SearchResource(SearchProducts searchProducts) {
        this.searchProducts = searchProducts;
    }

    @GET
    @RolesAllowed({Role.STOREFRONT, Role.SERVICE})
    public Response search(@BeanParam SearchParameters parameters) {
        List<FieldError> errors = new ArrayList<>();
        SearchQuery query = parameters.checked(errors);
        if (!errors.isEmpty()) {
            return Problems.invalidFields(errors);
        }
        return Response.ok(SearchView.of(searchProducts.search(query)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
