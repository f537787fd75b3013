package dev.aisle.ingest.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.ingest.catalog.documents.ChangeReading;
import dev.aisle.ingest.catalog.documents.DeltaDocument;
import dev.aisle.ingest.catalog.documents.Entry;
import dev.aisle.ingest.catalog.documents.ProductDocument;
import dev.aisle.ingest.catalog.documents.ProductIds;
import dev.aisle.ingest.catalog.documents.Terms;
import dev.aisle.platform.audit.ChangesNothing;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Function;

/** The catalogue API, one product at a time. The broker has a change when the answer is there; it is servable soon after. */
@Path("/v1/products/{id}")
@ChangesNothing("a feed of the shop, which an operator can bring as well")
@RunOnVirtualThread
@RolesAllowed({Role.STOREFRONT, Role.OPERATOR})
class ProductResource {
    private static final int MOST_BYTES = 64 * 1024;

    private final ChangeCatalogue catalogue;
    private final ShopTerms shop;

    ProductResource(ChangeCatalogue catalogue, ShopTerms shop) {
        this.catalogue = catalogue;
        this.shop = shop;
    }

    /** The whole product. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(@PathParam("id") String id, @BeanParam CatalogQuery query, InputStream body)
            throws IOException {
        Terms terms = query.terms(shop);
        return change(body, query, document -> ProductDocument.read(document, id, terms));
    }

    /** Its price, its stock or both. */
    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public Response patch(@PathParam("id") String id, @BeanParam CatalogQuery query, InputStream body)
            throws IOException {
        Terms terms = query.terms(shop);
        return change(body, query, document -> DeltaDocument.read(document, id, terms));
    }

    @DELETE
    public Response remove(@PathParam("id") String id, @BeanParam CatalogQuery query) {
        String violation = ProductIds.violation(id);
        if (violation != null) {
            return Problems.invalidField("productId", violation);
        }
        Terms terms = query.terms(shop);
        return query.validate || catalogue.write(List.of(DeltaDocument.removal(id, terms)))
                ? Response.noContent().build()
                : CatalogAnswers.unavailable();
    }

    private Response change(InputStream body, CatalogQuery query, Function<ObjectNode, ChangeReading> reader)
            throws IOException {
        byte[] json = body.readNBytes(MOST_BYTES + 1);
        if (json.length > MOST_BYTES) {
            return CatalogAnswers.tooLarge("Expected a product of at most " + MOST_BYTES + " bytes.");
        }
        return switch (Entry.ofJson(1, json)) {
            case Entry.Broken broken -> Problems.malformed("The body is no product: " + broken.message() + ".");
            case Entry.Read read -> answer(reader.apply(read.document()), !query.validate);
        };
    }

    private Response answer(ChangeReading reading, boolean store) {
        return switch (reading) {
            case ChangeReading.Invalid invalid -> CatalogAnswers.invalid(invalid.fault());
            case ChangeReading.Valid valid
            when store && !catalogue.write(valid.changes()) -> CatalogAnswers.unavailable();
            case ChangeReading.Valid valid -> CatalogAnswers.changed(valid.productId(), store, valid.warnings());
        };
    }
}
