package dev.aisle.recommender.search.pictures;

import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.platform.storage.StoredText;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What became of a product's picture that was sent to the catalogue API. */
@Path("/v1/products/{id}/picture")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ProductPictureResource {
    private final CataloguePictures pictures;
    private final PictureSpaces spaces;

    ProductPictureResource(CataloguePictures pictures, PictureSpaces spaces) {
        this.pictures = pictures;
        this.spaces = spaces;
    }

    /**
     * The state of a picture.
     *
     * @param seen whether the encoder in use has seen it, so that it can be found
     */
    record PictureView(
            String productId,
            String sha256,
            String mediaType,
            int width,
            int height,
            Instant sourceTime,
            boolean seen) {}

    @GET
    @RolesAllowed({Role.STOREFRONT, Role.OPERATOR})
    @Operation(summary = "The picture that the recommender has of a product, and whether it can be found by it.")
    public Response get(@PathParam("id") String id) {
        if (StoredText.idViolation("id", id) != null) {
            return Problems.notFound("picture");
        }
        Optional<ProductPicture> picture =
                pictures.find(List.of(id)).stream().findFirst().flatMap(CataloguePictures::of);
        return picture.map(found -> Response.ok(view(id, found)).build()).orElseGet(() -> Problems.notFound("picture"));
    }

    private PictureView view(String id, ProductPicture picture) {
        return new PictureView(
                id,
                picture.sha256(),
                picture.mediaType(),
                picture.width(),
                picture.height(),
                picture.sourceTime(),
                spaces.current()
                        .filter(looking -> looking.space().sum(Map.of(id, 1f)).weight() > 0)
                        .isPresent());
    }
}
