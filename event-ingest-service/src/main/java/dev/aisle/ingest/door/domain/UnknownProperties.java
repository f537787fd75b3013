package dev.aisle.ingest.door.domain;

import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.ingest.shared.events.KnownProperties;
import dev.aisle.ingest.shared.events.Limits;
import dev.aisle.ingest.shared.values.Fields;
import java.util.Set;
import java.util.regex.Pattern;

/** Names the properties that no schema knows and that therefore don't go on. */
final class UnknownProperties {
    /** A name that somebody made up may hold an identifier itself: only one of the usual form is told. */
    private static final Pattern HARMLESS = Pattern.compile("(?!.*\\d{5})[A-Za-z$][A-Za-z0-9_$-]{0,39}");

    private UnknownProperties() {}

    /** Those of an event that every shop sends, and of its products. */
    static void note(EventType type, Fields properties, Identity identity, ShopEvent.Builder event) {
        Set<String> known = KnownProperties.of(type).keySet();
        boolean holdsProducts = KnownProperties.holdsProducts(type);
        for (String name : properties.names()) {
            boolean products = holdsProducts && KnownProperties.PRODUCT_LISTS.contains(name);
            if (products) {
                properties.objects(name, Limits.PRODUCTS).forEach(product -> noteOfProduct(product, identity, event));
            } else if (!known.contains(name)) {
                note("properties.", name, identity, event);
            }
        }
    }

    private static void noteOfProduct(Fields product, Identity identity, ShopEvent.Builder event) {
        for (String name : product.names()) {
            if (!KnownProperties.ofProduct().containsKey(name)) {
                note("properties.products[].", name, identity, event);
            }
        }
    }

    /** One; at most so many that a hostile event doesn't grow by it. */
    static void note(String prefix, String name, Identity identity, ShopEvent.Builder event) {
        boolean harmless =
                HARMLESS.matcher(name).matches() && !identity.isGivenAwayBy(name) && !identity.isHeldBy(name);
        String shown = prefix + (harmless ? name : "?");
        if (event.getMinimisedFieldsCount() < Limits.PROPERTIES
                && !event.getMinimisedFieldsList().contains(shown)) {
            event.addMinimisedFields(shown);
        }
    }
}
