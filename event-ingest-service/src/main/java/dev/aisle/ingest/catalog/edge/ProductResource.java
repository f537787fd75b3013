package dev.aisle.ingest.catalog.edge;

import dev.aisle.ingest.catalog.domain.ProductDocument;
import dev.aisle.ingest.catalog.domain.ProductReading;
import dev.aisle.ingest.catalog.usecase.ChangeCatalogue;
import dev.aisle.ingest.catalog.usecase.ImportProducts;
import dev.aisle.platform.problem.Problem;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The catalogue API. */
@Path("/v1/products")
@RunOnVirtualThread
@RolesAllowed({Role.STOREFRONT, Role.OPERATOR})
public class ProductResource {
    private static final int RETRY_AFTER_SECONDS = 5;
    private static final int MOST_BYTES_OF_ONE = 64 * 1024;

    private final ChangeCatalogue catalogue;
    private final ImportProducts importProducts;

    ProductResource(ChangeCatalogue catalogue, ImportProducts importProducts) {
        this.catalogue = catalogue;
        this.importProducts = importProducts;
    }

    record Put(String productId) {}

    record BulkAnswer(int accepted, List<ImportProducts.BadLine> rejected) {}

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(@PathParam("id") String id, InputStream body) throws IOException {
        byte[] json = body.readNBytes(MOST_BYTES_OF_ONE + 1);
        if (json.length > MOST_BYTES_OF_ONE) {
            return tooLarge("Expected a product of at most " + MOST_BYTES_OF_ONE + " bytes.");
        }
        return switch (importProducts.read(json, id)) {
            case ProductReading.Valid valid ->
                catalogue.put(List.of(valid.product()))
                        ? Response.ok(new Put(id), MediaType.APPLICATION_JSON).build()
                        : unavailable();
            case ProductReading.Invalid invalid ->
                Problems.invalidField(invalid.fault().field(), invalid.fault().message());
            case ProductReading.Malformed malformed ->
                Problems.malformed("The body is no product: " + malformed.message() + ".");
        };
    }

    @DELETE
    @Path("/{id}")
    public Response remove(@PathParam("id") String id) {
        String violation = ProductDocument.violationOfId(id);
        if (violation != null) {
            return Problems.invalidField("productId", violation);
        }
        return catalogue.remove(id) ? Response.noContent().build() : unavailable();
    }

    @POST
    @Consumes({"application/x-ndjson", "application/ndjson"})
    public Response putMany(InputStream body) throws IOException {
        return switch (importProducts.of(body)) {
            case ImportProducts.Imported imported ->
                Response.ok(new BulkAnswer(imported.accepted(), imported.rejected()), MediaType.APPLICATION_JSON)
                        .build();
            case ImportProducts.TooLarge tooLarge ->
                tooLarge("Expected at most " + ImportProducts.MOST_LINES + " lines and " + ImportProducts.MOST_BYTES
                        + " bytes. " + tooLarge.accepted() + " products were taken; send the rest in another request.");
            case ImportProducts.Unavailable ignored -> unavailable();
        };
    }

    private static Response tooLarge(String detail) {
        return Problems.answer(Problem.of("too-large", 413, detail));
    }

    private static Response unavailable() {
        return Problems.unavailable("The broker did not take the change. Send it again.", RETRY_AFTER_SECONDS);
    }
}
