package dev.aisle.ingest.refine.values;

import dev.aisle.contracts.events.v1.Correction;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Item;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.ingest.shared.values.Timestamps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Brings names and the clock of an event into one form. */
public final class Cleaning {
    private static final Pattern BETWEEN_CATEGORIES = Pattern.compile("\\s*[>|]\\s*|\\s+/\\s+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Set<EventType> COUNTED = EnumSet.of(
            EventType.CART_ADD,
            EventType.CART_REMOVE,
            EventType.CART_VIEW,
            EventType.CHECKOUT,
            EventType.PURCHASE,
            EventType.REFUND,
            EventType.CANCEL);

    private final Corrections corrections;

    private Cleaning(Corrections corrections) {
        this.corrections = corrections;
    }

    /** Cleans the event in place. */
    public static void clean(ShopEvent.Builder event, Corrections corrections) {
        Cleaning cleaning = new Cleaning(corrections);
        cleaning.clock(event);
        boolean counted = COUNTED.contains(event.getType());
        for (int i = 0; i < event.getItemsCount(); i++) {
            cleaning.item(event.getItemsBuilder(i), "items[" + i + "].", counted);
        }
        if (event.hasList()) {
            cleaning.category("list.category", event.getList().getCategory(), event.getListBuilder()::setCategory);
        }
        if (event.hasSearch()) {
            cleaning.text("search.query", event.getSearch().getQuery(), event.getSearchBuilder()::setQuery);
        }
    }

    /** Nothing happens after we heard of it. */
    private void clock(ShopEvent.Builder event) {
        Duration ahead = Duration.between(
                Timestamps.toInstant(event.getReceivedAt()), Timestamps.toInstant(event.getOccurredAt()));
        if (ahead.isPositive()) {
            corrections.note(Correction.Kind.CLOCK, "occurred_at", ahead + " ahead", "received_at");
            event.setOccurredAt(event.getReceivedAt());
        }
    }

    private void item(Item.Builder item, String path, boolean counted) {
        text(path + "product_id", item.getProductId(), item::setProductId);
        text(path + "sku", item.getSku(), item::setSku);
        text(path + "name", item.getName(), item::setName);
        text(path + "brand", item.getBrand(), item::setBrand);
        text(path + "variant", item.getVariant(), item::setVariant);
        category(path + "category", item.getCategory(), item::setCategory);
        if (counted && !item.hasQuantity()) {
            item.setQuantity(1);
            corrections.filled(path + "quantity", "1");
        }
    }

    private void text(String field, String before, Consumer<String> setter) {
        if (!before.isEmpty()) {
            set(field, before, BLANKS.matcher(before.strip()).replaceAll(" "), setter);
        }
    }

    private void category(String field, String before, Consumer<String> setter) {
        if (before.isEmpty()) {
            return;
        }
        List<String> steps = new ArrayList<>();
        for (String step : BETWEEN_CATEGORIES.split(before, -1)) {
            String clean = BLANKS.matcher(step.strip()).replaceAll(" ");
            if (!clean.isEmpty()) {
                steps.add(clean);
            }
        }
        set(field, before, String.join(" > ", steps), setter);
    }

    private void set(String field, String before, String after, Consumer<String> setter) {
        if (!before.equals(after)) {
            setter.accept(after);
            corrections.note(Correction.Kind.NAME, field, before, after);
        }
    }
}
