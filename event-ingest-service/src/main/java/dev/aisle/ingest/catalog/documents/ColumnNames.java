package dev.aisle.ingest.catalog.documents;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of feeds are called, as fields of the product document: our own names, Google's, and usual others.
 *
 * @see <a href="https://support.google.com/merchants/answer/7052112">Google's product data specification</a>
 */
final class ColumnNames {
    /** Before the name of an attribute. */
    static final String ATTRIBUTE = "attributes.";

    /** Before the name of a language and of a text in it. */
    private static final Pattern LOCALIZED =
            Pattern.compile("localized\\.[^.]+\\.(" + String.join("|", ProductTexts.LOCALIZED) + ")");

    private static final Map<String, String> FIELDS = new HashMap<>();

    static {
        names("productId", "id", "product_id", "productid", "item_id", "offer_id", "sku");
        names("title", "name", "product_name", "product_title");
        names("description", "desc", "product_description");
        names("category", "product_type", "categories", "category_path", "product_category");
        names("googleCategory", "google_product_category");
        names("brand", "manufacturer", "vendor");
        names("price", "regular_price");
        names("listPrice", "list_price", "listprice", "msrp", "compare_at_price");
        names("salePrice", "sale_price", "saleprice");
        names("salePriceEffectiveDate", "sale_price_effective_date", "salepriceeffectivedate");
        names("cost", "cost_of_goods_sold", "cost_price");
        names("currency");
        names("url", "link", "product_url");
        names("imageUrl", "image_link", "image_url", "imageurl", "image", "picture");
        names("availability");
        names("inStock", "in_stock", "instock");
        names("stock", "quantity", "inventory", "stock_quantity");
        names("gtin", "ean", "upc", "barcode");
        names("domain");
        names("groupId", "item_group_id", "group_id", "groupid", "parent_id");
        names("firstAvailableAt", "availability_date", "first_available_at", "firstavailableat");
        names("sourceTime", "source_time", "sourcetime");
        attributes("mpn", "color", "size", "material", "condition", "gender", "age_group", "pattern", "size_type");
        attributes("custom_label_0", "custom_label_1", "custom_label_2", "custom_label_3", "custom_label_4");
        FIELDS.put("colour", ATTRIBUTE + "color");
    }

    private ColumnNames() {}

    private static void names(String field, String... others) {
        FIELDS.put(field.toLowerCase(Locale.ROOT), field);
        for (String other : others) {
            FIELDS.put(other, field);
        }
    }

    private static void attributes(String... names) {
        for (String name : names) {
            FIELDS.put(name, ATTRIBUTE + name);
        }
    }

    /** The field that a column means; {@code null} when nobody knows. */
    public static @Nullable String fieldOf(String column) {
        String name = column.strip();
        if (name.startsWith(ATTRIBUTE) || LOCALIZED.matcher(name).matches()) {
            return name;
        }
        String plain = name.toLowerCase(Locale.ROOT);
        plain = plain.startsWith("g:") ? plain.substring(2) : plain;
        return FIELDS.get(plain.replaceAll("[ -]+", "_"));
    }
}
