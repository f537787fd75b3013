package dev.aisle.ingest.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.ingest.catalog.documents.ChangeReading;
import dev.aisle.ingest.catalog.documents.CsvEntries;
import dev.aisle.ingest.catalog.documents.DeltaDocument;
import dev.aisle.ingest.catalog.documents.ProductDocument;
import dev.aisle.ingest.catalog.documents.Terms;
import dev.aisle.platform.audit.ChangesNothing;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** The catalogue API for many products: NDJSON, tables, and Google Merchant feeds, read as they arrive. */
@Path("/v1/products")
@ChangesNothing("a feed of the shop, which an operator can bring as well")
@RunOnVirtualThread
@RolesAllowed({Role.STOREFRONT, Role.OPERATOR})
class BulkResource {
    private final ImportProducts importProducts;
    private final ShopTerms shop;

    BulkResource(ImportProducts importProducts, ShopTerms shop) {
        this.importProducts = importProducts;
        this.shop = shop;
    }

    /** Whole products. */
    @POST
    @Consumes({
        Upload.NDJSON,
        Upload.NDJSON_TOO,
        Upload.CSV,
        Upload.TSV,
        Upload.XML,
        Upload.XML_TOO,
        Upload.RSS,
        Upload.ATOM
    })
    public Response products(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            @BeanParam CatalogQuery query,
            InputStream body)
            throws IOException {
        Terms terms = query.terms(shop);
        return take(type, query, body, document -> ProductDocument.read(document, null, terms));
    }

    /** Prices and stocks. */
    @POST
    @Path("/changes")
    @Consumes({Upload.NDJSON, Upload.NDJSON_TOO, Upload.CSV, Upload.TSV})
    public Response changes(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            @BeanParam CatalogQuery query,
            InputStream body)
            throws IOException {
        Terms terms = query.terms(shop);
        return take(type, query, body, document -> DeltaDocument.read(document, null, terms));
    }

    private Response take(
            @Nullable String type, CatalogQuery query, InputStream body, Function<ObjectNode, ChangeReading> reader)
            throws IOException {
        Map<String, String> mapping;
        try {
            mapping = Upload.mapping(query.columns);
        } catch (IllegalArgumentException e) {
            return Problems.invalidField("columns", "expected field=column pairs, separated by commas");
        }
        try {
            Upload upload = Upload.open(body, type);
            return CatalogAnswers.of(importProducts.of(
                    new ImportProducts.Upload(upload.entries(mapping), reader, upload::exceeded, !query.validate)));
        } catch (ZipException | EOFException e) {
            return Problems.malformed("The body is not valid gzip, or ends too early. What came before it may be in.");
        } catch (CsvEntries.NoTable e) {
            return Problems.malformed("The body is no table: " + e.getMessage() + ".");
        }
    }
}
