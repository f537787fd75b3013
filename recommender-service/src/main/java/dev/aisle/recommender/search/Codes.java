package dev.aisle.recommender.search;

import dev.aisle.recommender.catalog.ProductChange.Described;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The numbers and names by which one product is asked for. */
final class Codes {
    private static final Set<String> ATTRIBUTES =
            Set.of("sku", "mpn", "ean", "upc", "isbn", "asin", "article_number", "articlenumber", "model_number");

    private Codes() {}

    /** A product's codes in their normal form: id, bar code, group, and attributes that are named as codes are. */
    public static Set<String> of(Described product) {
        Set<String> codes = new LinkedHashSet<>();
        add(codes, product.productId());
        add(codes, product.texts().gtin());
        add(codes, product.traits().groupId());
        for (Map.Entry<String, String> attribute : product.traits().attributes().entrySet()) {
            if (ATTRIBUTES.contains(attribute.getKey().toLowerCase(Locale.ROOT))) {
                add(codes, attribute.getValue());
            }
        }
        return codes;
    }

    private static void add(Set<String> codes, String code) {
        String normal = normal(code);
        if (!normal.isEmpty()) {
            codes.add(normal);
        }
    }

    /** Without spaces and dashes, in lower case and the usual width: {@code AB 12-34} is {@code ab1234}. */
    public static String normal(String code) {
        return Normalizer.normalize(code, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Pd}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
