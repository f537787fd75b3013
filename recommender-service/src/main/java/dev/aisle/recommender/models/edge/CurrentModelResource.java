package dev.aisle.recommender.models.edge;

import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.store.ModelInUse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;

/** Which model answers. */
@Path("/v1/models/current")
@Produces(MediaType.APPLICATION_JSON)
public class CurrentModelResource {
    private final ModelInUse inUse;

    CurrentModelResource(ModelInUse inUse) {
        this.inUse = inUse;
    }

    /** The model in use. */
    record ModelView(String version, Instant trainedAt, int items, int rank) {}

    @GET
    @RolesAllowed({Role.OPERATOR, Role.ANALYST, Role.STOREFRONT, Role.SERVICE})
    public Response get() {
        TrainedModel model = inUse.get();
        return model == null
                ? Problems.notFound("model")
                : Response.ok(new ModelView(
                                model.version(),
                                model.trainedAt(),
                                model.itemCount(),
                                model.als().rank()))
                        .build();
    }
}
