package dev.aisle.profile.models;

import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Models: when they were made and of about how many people, and what is forecast. */
@Path("/v1/models")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ModelResource {
    private final ListModels listModels;

    ModelResource(ListModels listModels) {
        this.listModels = listModels;
    }

    @GET
    @RolesAllowed({Role.OPERATOR, Role.ANALYST, Role.SERVICE})
    @Operation(summary = "The newest model of each kind")
    @APIResponse(
            responseCode = "200",
            description = "Version, time, about how many people; what is forecast",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = ModelView.class)))
    public Response newest() {
        return Response.ok(listModels.newest().stream().map(ModelView::of).toList())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("/{kind}")
    @RolesAllowed({Role.OPERATOR, Role.ANALYST, Role.SERVICE})
    @Operation(summary = "The newest versions of a kind, the newest first")
    @APIResponse(
            responseCode = "200",
            description = "At most thirty",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = ModelView.class)))
    public Response versions(@PathParam("kind") String label) {
        Optional<ModelKind> kind = Arrays.stream(ModelKind.values())
                .filter(known -> known.label().equals(label))
                .findFirst();
        return kind.map(known -> Response.ok(listModels.versions(known).stream()
                                .map(ModelView::of)
                                .toList())
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build())
                .orElseGet(() -> Problems.notFound("model"));
    }
}
