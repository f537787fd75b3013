package dev.aisle.recommender.models.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.algorithms.deep.NetworkModel;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.recommender.models.domain.PlacementKind;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.store.ModelInUse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which model answers. */
@Path("/v1/models/current")
@Produces(MediaType.APPLICATION_JSON)
class CurrentModelResource {
    private final ModelInUse inUse;

    CurrentModelResource(ModelInUse inUse) {
        this.inUse = inUse;
    }

    /**
     * The model in use.
     *
     * @param network name of its deep network; {@code null} when it has none
     * @param mixes kind of placement → name of the mix that serves there
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ModelView(
            String version,
            Instant trainedAt,
            int items,
            int rank,
            @Nullable String network,
            Map<String, String> mixes) {
        static ModelView of(TrainedModel model) {
            NetworkModel network = model.network();
            Map<String, String> mixes = new TreeMap<>();
            for (PlacementKind kind : PlacementKind.values()) {
                mixes.put(kind.label(), model.namedMixAt(kind).name());
            }
            return new ModelView(
                    model.version(),
                    model.trainedAt(),
                    model.itemCount(),
                    model.als().rank(),
                    network == null ? null : network.network().name(),
                    mixes);
        }
    }

    @GET
    @RolesAllowed({Role.OPERATOR, Role.ANALYST, Role.STOREFRONT, Role.SERVICE})
    public Response get() {
        TrainedModel model = inUse.get();
        return model == null
                ? Problems.notFound("model")
                : Response.ok(ModelView.of(model)).build();
    }
}
