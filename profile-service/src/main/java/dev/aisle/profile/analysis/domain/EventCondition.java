package dev.aisle.profile.analysis.domain;

import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonItem;
import java.util.Locale;

/**
 * Which events are meant. What is empty isn't asked for.
 *
 * @param type never unspecified
 * @param name of a custom event
 * @param category of one of the products, or a category above it ("Home" is above "Home/Kitchen")
 * @param brand of one of the products; together with the category: of the same product
 * @param product one of the products; together with category and brand: the same product
 * @param page beginning of the page's path
 */
public record EventCondition(EventType type, String name, String category, String brand, String product, String page) {
    /** All events of a type. */
    public static EventCondition of(EventType type) {
        return new EventCondition(type, "", "", "", "", "");
    }

    /** Whether an event is meant. */
    public boolean holds(PersonEvent event) {
        return event.type() == type
                && (name.isEmpty() || name.equals(event.name()))
                && (page.isEmpty() || event.context().page().startsWith(page))
                && (asksForNoProduct() || event.items().stream().anyMatch(this::holdsFor));
    }

    private boolean asksForNoProduct() {
        return category.isEmpty() && brand.isEmpty() && product.isEmpty();
    }

    private boolean holdsFor(PersonItem item) {
        return (category.isEmpty()
                        || item.category().equals(category)
                        || item.category().startsWith(category + "/"))
                && (brand.isEmpty() || item.brand().equals(brand))
                && (product.isEmpty() || item.product().equals(product));
    }

    /** What a chart calls it: {@code product_view category=Home}. */
    public String label() {
        StringBuilder label = new StringBuilder(nameOf(type));
        append(label, "name", name);
        append(label, "category", category);
        append(label, "brand", brand);
        append(label, "product", product);
        append(label, "page", page);
        return label.toString();
    }

    /** A type as it stands in questions and charts: {@code product_view}. */
    public static String nameOf(EventType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private static void append(StringBuilder label, String what, String value) {
        if (!value.isEmpty()) {
            label.append(' ').append(what).append('=').append(value);
        }
    }
}
