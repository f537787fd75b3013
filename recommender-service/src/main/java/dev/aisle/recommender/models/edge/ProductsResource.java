package dev.aisle.recommender.models.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.catalog.Category;
import dev.aisle.recommender.catalog.Price;
import dev.aisle.recommender.models.usecase.ListProducts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The catalogue as {@code train --deep --catalogue} reads it: a product a line, fields named as in the catalogue API. */
@Path("/v1/models/products")
@Produces("application/x-ndjson")
@RunOnVirtualThread
class ProductsResource {
    private static final int RETRY_AFTER_SECONDS = 5;

    private final ListProducts listProducts;
    private final ObjectMapper json;

    ProductsResource(ListProducts listProducts, ObjectMapper json) {
        this.listProducts = listProducts;
        this.json = json;
    }

    /** A line; what isn't known is left out. */
    @JsonInclude(Include.NON_EMPTY)
    record Line(
            String productId,
            String title,
            String category,
            String brand,
            @Nullable BigDecimal price,
            String currency,
            Map<String, String> attributes) {
        static Line of(CatalogueItem product) {
            Category category = product.category();
            Price price = product.price();
            return new Line(
                    product.productId(),
                    product.title(),
                    category == null ? "" : category.path(),
                    product.brand(),
                    price == null ? null : price.amount(),
                    price == null ? "" : price.currency(),
                    product.attributes());
        }
    }

    @GET
    @RolesAllowed(Role.SERVICE)
    @Operation(
            summary =
                    "What a network may learn of the products beside who took them: a product a line, with title, category, brand, price and attributes")
    public Response list() {
        return listProducts.known()
                ? Response.ok((StreamingOutput) this::write).build()
                : Problems.unavailable("The catalogue is being read; try again.", RETRY_AFTER_SECONDS);
    }

    private void write(OutputStream out) throws IOException {
        Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        listProducts.all(product -> {
            try {
                lines.write(json.writeValueAsString(Line.of(product)) + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException("whoever asked is gone", e);
            }
        });
        lines.flush();
    }
}
