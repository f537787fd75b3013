package dev.aisle.ingest.catalog.documents;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.contracts.catalog.v1.LocalizedText;
import dev.aisle.contracts.catalog.v1.Product;
import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.ingest.v1.CatalogChange;
import dev.aisle.contracts.ingest.v1.PriceChange;
import dev.aisle.contracts.ingest.v1.StockChange;
import dev.aisle.ingest.shared.values.Fault;
import dev.aisle.ingest.shared.values.Faults;
import dev.aisle.ingest.shared.values.Fields;
import dev.aisle.ingest.shared.values.NullCharacters;
import dev.aisle.ingest.shared.values.Timestamps;
import java.time.Instant;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a whole product as the shop sends it. */
public final class ProductDocument {
    private static final Set<String> KNOWN = Set.of(
            "productId",
            "title",
            "description",
            "category",
            "brand",
            "url",
            "imageUrl",
            "groupId",
            "gtin",
            "domain",
            "price",
            "listPrice",
            "salePrice",
            "salePriceEffectiveDate",
            "currency",
            "cost",
            "stock",
            "inStock",
            "availability",
            "firstAvailableAt",
            "sourceTime",
            "attributes",
            "localized");
    private static final int LONGEST_NAME = 100;
    private static final int MOST_ATTRIBUTES = 100;
    private static final int MOST_LANGUAGES = 50;

    private final Fields fields;
    private final Terms terms;
    private final String domain;
    private final Warnings warnings = new Warnings();

    private ProductDocument(Fields fields, Terms terms, String domain) {
        this.fields = fields;
        this.terms = terms;
        this.domain = domain;
    }

    /**
     * Reads one document.
     *
     * @param id the product's id when it stands in the path; {@code null} when the document names it
     */
    public static ChangeReading read(ObjectNode json, @Nullable String id, Terms terms) {
        Faults faults = new Faults();
        NullCharacters.find(json)
                .ifPresent(field -> faults.add("null-character", field, "expected a text without U+0000"));
        DomainFields domain = DomainFields.of(json, terms.domains(), faults);
        ProductDocument document =
                new ProductDocument(Fields.ofDocument(domain.withRoles(json), KNOWN, faults), terms, domain.named());
        return document.read(id);
    }

    private ChangeReading read(@Nullable String id) {
        String productId = ProductIds.of(fields, id);
        Instant sourceTime = terms.sourceTimeOf(fields);
        Product.Builder product = content(productId);
        prices(product);
        stock(product);
        attributes(fields.object("attributes"), product);
        localized(fields.object("localized"), product);
        return fields.faults()
                .first()
                .<ChangeReading>map((Fault fault) -> new ChangeReading.Invalid(productId, fault))
                .orElseGet(
                        () -> new ChangeReading.Valid(productId, List.of(change(product, sourceTime)), warnings.all()));
    }

    private CatalogChange change(Product.Builder product, Instant sourceTime) {
        return CatalogChange.newBuilder()
                .setProductId(product.getProductId())
                .setTenant(terms.tenant())
                .setSourceTime(Timestamps.of(sourceTime))
                .setProduct(product)
                .build();
    }

    private Product.Builder content(String productId) {
        ProductTexts texts = new ProductTexts(fields, warnings);
        Product.Builder product = Product.newBuilder()
                .setProductId(productId)
                .setTenant(terms.tenant())
                .setDomain(domain)
                .setTitle(texts.title())
                .setDescription(texts.description())
                .addAllCategoryPath(texts.categoryPath())
                .setBrand(texts.brand())
                .setUrl(texts.address("url"))
                .setImageUrl(texts.address("imageUrl"))
                .setGroupId(fields.text("groupId", LONGEST_NAME))
                .setGtin(gtin());
        if (product.getTitle().isBlank()) {
            fields.faults().invalid("title", "expected the product's name");
        }
        if (product.getImageUrl().isEmpty()) {
            warnings.add("no-image", "imageUrl", "a product without a picture is seldom chosen");
        }
        Instant firstAvailable = fields.instant("firstAvailableAt");
        if (firstAvailable != null) {
            product.setFirstAvailableAt(Timestamps.of(firstAvailable));
        }
        return product;
    }

    private String gtin() {
        String gtin = fields.text("gtin", LONGEST_NAME).replaceAll("[ -]", "");
        if (!gtin.isEmpty() && !Gtins.isValid(gtin)) {
            warnings.add("invalid-gtin", "gtin", "left out: expected 8, 12, 13 or 14 digits with a right check digit");
            return "";
        }
        return gtin;
    }

    private void prices(Product.Builder product) {
        Pricing pricing = new Pricing(fields, terms, warnings);
        PriceChange price = pricing.at(terms.now());
        if (price == null) {
            warnings.add("no-price", "price", "a product without a price stays out of lists with prices");
        } else {
            product.setPrice(price.getPrice());
            if (price.hasListPrice()) {
                product.setListPrice(price.getListPrice());
            }
        }
        Money cost = pricing.cost();
        if (cost != null) {
            product.setCost(cost);
        }
    }

    private void stock(Product.Builder product) {
        StockChange stock = Stocking.of(fields);
        if (stock != null) {
            product.setAvailability(stock.getAvailability());
            if (stock.hasStock()) {
                product.setStock(stock.getStock());
            }
        }
    }

    private static void attributes(Fields attributes, Product.Builder product) {
        if (attributes.names().size() > MOST_ATTRIBUTES) {
            attributes.faults().invalid("attributes", "expected at most " + MOST_ATTRIBUTES + " attributes");
            return;
        }
        for (String name : attributes.names()) {
            if (name.isBlank() || name.length() > LONGEST_NAME) {
                attributes.faults().invalid("attributes", "expected names of 1 to " + LONGEST_NAME + " characters");
            }
            product.putAttributes(name, attributes.text(name, ProductTexts.LONGEST_TITLE));
        }
    }

    private void localized(Fields localized, Product.Builder product) {
        if (localized.names().size() > MOST_LANGUAGES) {
            localized.faults().invalid("localized", "expected at most " + MOST_LANGUAGES + " languages");
            return;
        }
        for (String tag : localized.names()) {
            if (!isLanguage(tag)) {
                localized.faults().invalid("localized", "expected BCP 47 tags such as de or pt-BR as names");
                return;
            }
            ProductTexts texts = new ProductTexts(localized.object(tag, ProductTexts.LOCALIZED), warnings);
            product.putLocalized(
                    tag,
                    LocalizedText.newBuilder()
                            .setTitle(texts.title())
                            .setDescription(texts.description())
                            .build());
        }
    }

    private static boolean isLanguage(String tag) {
        try {
            return !new Locale.Builder()
                    .setLanguageTag(tag)
                    .build()
                    .getLanguage()
                    .isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }
}
