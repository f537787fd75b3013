package dev.aisle.ingest.catalog.documents;

import dev.aisle.ingest.shared.values.Fields;
import org.jspecify.annotations.Nullable;

/** What names a product. */
public final class ProductIds {
    private static final String FIELD = "productId";
    private static final int LONGEST = 100;

    private ProductIds() {}

    /** What is wrong with a product id, or {@code null} when nothing is. */
    public static @Nullable String violation(String id) {
        boolean valid = !id.isBlank()
                && id.length() <= LONGEST
                && id.equals(id.strip())
                && id.chars().noneMatch(Character::isISOControl);
        return valid ? null : "expected 1 to " + LONGEST + " characters without control characters";
    }

    /** The id of the path, or else that of the document. */
    static String of(Fields fields, @Nullable String fromPath) {
        String id = fromPath == null ? fields.text(FIELD, LONGEST) : fromPath;
        String violation = violation(id);
        if (violation != null) {
            fields.faults().invalid(FIELD, violation);
        }
        return violation == null ? id : "";
    }
}
