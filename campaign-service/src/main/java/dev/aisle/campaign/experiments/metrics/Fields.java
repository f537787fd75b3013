package dev.aisle.campaign.experiments.metrics;

import java.util.Set;
import java.util.TreeSet;

/** Fields of events that metrics can ask for. Declared properties are {@code property.NAME}, of either kind. */
public final class Fields {
    /** An order's revenue, its total without one: an amount. */
    public static final String REVENUE = "revenue";
    /** Stars, brought to one to five. */
    public static final String STARS = "stars";

    /** Begins the name of a declared property. */
    public static final String PROPERTY = "property.";

    /** Fields that conditions compare. */
    public static final Set<String> TEXTS = Set.of(
            "product",
            "category",
            "brand",
            "coupon",
            "promotion",
            "campaign",
            "list",
            "name",
            "page",
            "device",
            "country",
            "locale");

    /** Amounts of money. */
    public static final Set<String> AMOUNTS = Set.of(REVENUE, "discount");

    /** Fields that can be summed. */
    public static final Set<String> NUMBERS = Set.of(REVENUE, "discount", "quantity", "products", STARS, "results");

    private Fields() {}

    /** All of some, for a message. */
    static String listed(Set<String> fields) {
        return String.join(", ", new TreeSet<>(fields)) + ", property.NAME";
    }

    static boolean isIn(Set<String> fields, String field) {
        return fields.contains(field) || (field.startsWith(PROPERTY) && field.length() > PROPERTY.length());
    }
}
