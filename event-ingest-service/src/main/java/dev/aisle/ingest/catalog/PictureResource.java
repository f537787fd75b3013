package dev.aisle.ingest.catalog;

import dev.aisle.algorithms.pictures.BoundedPictures;
import dev.aisle.algorithms.pictures.PictureReader;
import dev.aisle.algorithms.pictures.PictureReading;
import dev.aisle.ingest.catalog.documents.ProductIds;
import dev.aisle.ingest.catalog.documents.ProductPictures;
import dev.aisle.ingest.catalog.documents.Terms;
import dev.aisle.platform.audit.ChangesNothing;
import dev.aisle.platform.problem.Problem;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue API for a product's picture. The file is read here, made small and forgotten; no address is ever fetched. The broker has the picture when the answer is
 * there.
 */
@Path("/v1/products/{id}/picture")
@ChangesNothing("a feed of the shop, which an operator can bring as well")
@RunOnVirtualThread
@RolesAllowed({Role.STOREFRONT, Role.OPERATOR})
class PictureResource {
    private static final int AT_ONCE = 2;
    private static final Duration MOST = Duration.ofSeconds(5);
    private static final int RETRY_AFTER_SECONDS = 2;

    private final BoundedPictures pictures = new BoundedPictures(AT_ONCE);
    private final ChangeCatalogue catalogue;
    private final ShopTerms shop;

    PictureResource(ChangeCatalogue catalogue, ShopTerms shop) {
        this.catalogue = catalogue;
        this.shop = shop;
    }

    /**
     * What was taken.
     *
     * @param sha256 of the file, in hexadecimal digits
     * @param width of the file, in pixels
     * @param height the same
     */
    record Taken(String productId, boolean stored, String sha256, String mediaType, int width, int height) {}

    /** The product's picture, a PNG, JPEG or WebP file; replaces an older one. */
    @PUT
    @Consumes({"image/png", "image/jpeg", "image/jpg", "image/webp"})
    public Response put(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String mediaType,
            @BeanParam CatalogQuery query,
            InputStream body)
            throws IOException {
        String violation = ProductIds.violation(id);
        if (violation != null) {
            return Problems.invalidField("productId", violation);
        }
        Terms terms = query.terms(shop);
        byte[] file = body.readNBytes(PictureReader.MOST_BYTES + 1);
        return switch (pictures.read(file, mediaType, MOST)) {
            case PictureReading.Refused refused -> refuse(refused);
            case PictureReading.Read read -> {
                ProductPictures.Stored stored = ProductPictures.of(file, read);
                yield query.validate || catalogue.write(List.of(ProductPictures.change(id, stored.picture(), terms)))
                        ? Response.ok(
                                        new Taken(
                                                id,
                                                !query.validate,
                                                stored.sha256(),
                                                read.format().mediaType(),
                                                read.width(),
                                                read.height()),
                                        MediaType.APPLICATION_JSON)
                                .build()
                        : CatalogAnswers.unavailable();
            }
        };
    }

    /** Takes the picture away; the product stays. */
    @DELETE
    public Response remove(@PathParam("id") String id, @BeanParam CatalogQuery query) {
        String violation = ProductIds.violation(id);
        if (violation != null) {
            return Problems.invalidField("productId", violation);
        }
        Terms terms = query.terms(shop);
        return query.validate || catalogue.write(List.of(ProductPictures.removal(id, terms)))
                ? Response.noContent().build()
                : CatalogAnswers.unavailable();
    }

    private static Response refuse(PictureReading.Refused refused) {
        return switch (refused.why()) {
            case TOO_LARGE -> CatalogAnswers.tooLarge("picture: " + refused.message());
            case MISLABELLED, UNKNOWN_FORMAT ->
                Problems.answer(Problem.of("unsupported-picture", 415, "picture: " + refused.message()));
            case BUSY, TOO_SLOW -> Problems.unavailable("picture: " + refused.message(), RETRY_AFTER_SECONDS);
            case EMPTY, TRUNCATED, UNREADABLE -> Problems.invalidField("picture", refused.message());
        };
    }
}
