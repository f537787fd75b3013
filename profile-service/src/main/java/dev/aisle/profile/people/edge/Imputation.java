package dev.aisle.profile.people.edge;

/** How refine fills what is missing, by field: what a product is follows from its other events, what an order came to from its own sums. */
final class Imputation {
    private static final String OF_ORDER = "order.";

    private Imputation() {}

    /** Field and method: {@code items.brand=product}, {@code order.total=order}. */
    static String of(String field) {
        String general = field(field);
        return general + "=" + (general.startsWith(OF_ORDER) ? "order" : "product");
    }

    /** The field without the place in a list. */
    static String field(String field) {
        return field.replaceAll("\\[\\d+]", "");
    }
}
