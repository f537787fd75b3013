package dev.aisle.ingest.catalog.documents;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.contracts.ingest.v1.CatalogChange;
import dev.aisle.contracts.ingest.v1.PriceChange;
import dev.aisle.contracts.ingest.v1.Removal;
import dev.aisle.contracts.ingest.v1.StockChange;
import dev.aisle.ingest.shared.values.Faults;
import dev.aisle.ingest.shared.values.Fields;
import dev.aisle.ingest.shared.values.NullCharacters;
import dev.aisle.ingest.shared.values.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a change of price, of stock or of both; what else the product has stays as it is. */
public final class DeltaDocument {
    private static final Set<String> KNOWN = Set.of(
            "productId",
            "price",
            "listPrice",
            "salePrice",
            "salePriceEffectiveDate",
            "currency",
            "stock",
            "inStock",
            "availability",
            "sourceTime");

    private DeltaDocument() {}

    /**
     * Reads one document.
     *
     * @param id the product's id when it stands in the path; {@code null} when the document names it
     */
    public static ChangeReading read(ObjectNode json, @Nullable String id, Terms terms) {
        Faults faults = new Faults();
        NullCharacters.find(json)
                .ifPresent(field -> faults.add("null-character", field, "expected a text without U+0000"));
        Fields fields = Fields.ofDocument(json, KNOWN, faults);
        String productId = ProductIds.of(fields, id);
        Warnings warnings = new Warnings();
        List<CatalogChange> changes = changes(fields, productId, terms, warnings);
        return faults.first()
                .<ChangeReading>map(fault -> new ChangeReading.Invalid(productId, fault))
                .orElseGet(() -> new ChangeReading.Valid(productId, changes, warnings.all()));
    }

    /** The removal of a product. */
    public static CatalogChange removal(String productId, Terms terms) {
        return from(productId, terms.sourceTime(), terms)
                .setRemoval(Removal.getDefaultInstance())
                .build();
    }

    private static List<CatalogChange> changes(Fields fields, String productId, Terms terms, Warnings warnings) {
        Instant sourceTime = terms.sourceTimeOf(fields);
        PriceChange price = new Pricing(fields, terms, warnings).at(terms.now());
        StockChange stock = Stocking.of(fields);
        List<CatalogChange> changes = new ArrayList<>(2);
        if (price != null) {
            changes.add(from(productId, sourceTime, terms).setPrice(price).build());
        }
        if (stock != null) {
            changes.add(from(productId, sourceTime, terms).setStock(stock).build());
        }
        if (changes.isEmpty()) {
            fields.faults().invalid("price", "expected a price, a stock or an availability");
        }
        return changes;
    }

    private static CatalogChange.Builder from(String productId, Instant sourceTime, Terms terms) {
        return CatalogChange.newBuilder()
                .setProductId(productId)
                .setTenant(terms.tenant())
                .setSourceTime(Timestamps.of(sourceTime));
    }
}
