package dev.aisle.ingest.catalog.domain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.aisle.contracts.catalog.v1.Availability;
import dev.aisle.contracts.catalog.v1.Product;
import dev.aisle.contracts.common.v1.Money;
import dev.aisle.ingest.shared.domain.Amounts;
import dev.aisle.ingest.shared.domain.Fault;
import dev.aisle.ingest.shared.domain.Faults;
import dev.aisle.ingest.shared.domain.Fields;
import dev.aisle.ingest.shared.domain.NullCharacters;
import dev.aisle.ingest.shared.domain.Timestamps;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a product as the shop sends it. */
public final class ProductDocument {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Pattern BETWEEN_CATEGORIES = Pattern.compile("\\s*>\\s*");
    private static final int LONGEST_ID = 100;
    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_DESCRIPTION = 20_000;
    private static final int LONGEST_ADDRESS = 2_000;
    private static final int MOST_ATTRIBUTES = 100;

    private ProductDocument() {}

    /**
     * Reads one document.
     *
     * @param id the product's id when it stands in the path; {@code null} when the document names it
     */
    public static ProductReading read(byte[] json, @Nullable String id, String tenant, Currency currency) {
        try {
            return read(JSON.readTree(json), id, tenant, currency);
        } catch (JsonProcessingException e) {
            return new ProductReading.Malformed("not valid JSON at column "
                    + (e.getLocation() == null ? 1 : e.getLocation().getColumnNr()));
        } catch (IOException e) {
            return new ProductReading.Malformed("not valid JSON in UTF-8");
        }
    }

    /** What is wrong with a product id, or {@code null} when nothing is. */
    public static @Nullable String violationOfId(String id) {
        boolean valid = !id.isBlank()
                && id.length() <= LONGEST_ID
                && id.equals(id.strip())
                && id.chars().noneMatch(Character::isISOControl);
        return valid ? null : "expected 1 to " + LONGEST_ID + " characters without control characters";
    }

    private static ProductReading read(JsonNode json, @Nullable String id, String tenant, Currency currency) {
        if (json == null || !json.isObject()) {
            return new ProductReading.Malformed("expected a JSON object");
        }
        Faults faults = new Faults();
        NullCharacters.find(json)
                .ifPresent(field -> faults.add("null-character", field, "expected a text without U+0000"));
        Fields fields = Fields.of(json, faults);
        String productId = id == null ? fields.text("productId", LONGEST_ID) : id;
        String violation = violationOfId(productId);
        if (violation != null) {
            faults.invalid("productId", violation);
        }
        Product.Builder product = Product.newBuilder()
                .setProductId(productId)
                .setTenant(tenant)
                .setTitle(fields.text("title", LONGEST_TITLE))
                .setDescription(fields.text("description", LONGEST_DESCRIPTION))
                .addAllCategoryPath(categoryPath(fields))
                .setBrand(fields.text("brand", LONGEST_TITLE))
                .setUrl(address(fields, "url"))
                .setImageUrl(address(fields, "imageUrl"))
                .setAvailability(availability(fields))
                .setSourceTime(Timestamps.of(Instant.now()));
        if (product.getTitle().isBlank()) {
            faults.invalid("title", "expected the product's name");
        }
        Money price = Amounts.in(fields, currency).readPrice(fields, "price");
        if (price != null) {
            product.setPrice(price);
        }
        attributes(fields.object("attributes"), product);
        return faults.first()
                .<ProductReading>map((Fault fault) -> new ProductReading.Invalid(fault))
                .orElseGet(() -> new ProductReading.Valid(product.build()));
    }

    private static List<String> categoryPath(Fields fields) {
        List<String> path = new ArrayList<>();
        for (String step :
                BETWEEN_CATEGORIES.split(fields.text("category", LONGEST_TITLE).strip(), -1)) {
            if (!step.isBlank()) {
                path.add(step);
            }
        }
        return path;
    }

    private static String address(Fields fields, String name) {
        String address = fields.text(name, LONGEST_ADDRESS).strip();
        boolean web = address.startsWith("https://") || address.startsWith("http://") || address.startsWith("/");
        if (!address.isEmpty() && !web) {
            fields.faults().invalid(name, "expected an http or https address");
        }
        return address;
    }

    private static Availability availability(Fields fields) {
        JsonNode inStock = fields.raw("inStock");
        if (inStock instanceof MissingNode) {
            return Availability.AVAILABILITY_UNSPECIFIED;
        }
        if (!inStock.isBoolean()) {
            fields.faults().invalid("inStock", "expected true or false");
        }
        return inStock.asBoolean() ? Availability.IN_STOCK : Availability.OUT_OF_STOCK;
    }

    private static void attributes(Fields attributes, Product.Builder product) {
        if (attributes.names().size() > MOST_ATTRIBUTES) {
            attributes.faults().invalid("attributes", "expected at most " + MOST_ATTRIBUTES + " attributes");
            return;
        }
        for (String name : attributes.names()) {
            if (name.isBlank() || name.length() > LONGEST_ID) {
                attributes.faults().invalid("attributes", "expected names of 1 to " + LONGEST_ID + " characters");
            }
            product.putAttributes(name, attributes.text(name, LONGEST_TITLE));
        }
    }
}
