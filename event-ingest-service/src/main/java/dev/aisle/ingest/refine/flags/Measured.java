package dev.aisle.ingest.refine.flags;

import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Item;
import dev.aisle.contracts.events.v1.ShopEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * A number of an event that can be held against others of its kind.
 *
 * @param field its path
 * @param kind "price", "quantity" or "total"
 * @param unit currency of money, unit of a quantity
 * @param category of the item; empty when there is none
 * @param amount not negative; money in minor units
 */
public record Measured(String field, String kind, String unit, String category, double amount) {
    private static final String PRICE = "price";
    private static final String QUANTITY = "quantity";
    private static final String TOTAL = "total";
    private static final char SEPARATOR = '\u001f';

    /** The numbers of an event. */
    public static List<Measured> of(ShopEvent.Builder event) {
        List<Measured> numbers = new ArrayList<>();
        for (int i = 0; i < event.getItemsCount(); i++) {
            Item item = event.getItems(i);
            String path = "items[" + i + "].";
            if (item.hasPrice()) {
                addMoney(numbers, path + PRICE, PRICE, item.getPrice(), item.getCategory());
            }
            if (item.hasQuantity()) {
                add(numbers, new Measured(path + QUANTITY, QUANTITY, item.getUnit(), "", item.getQuantity()));
            }
        }
        if (event.getType() == EventType.PURCHASE && event.getOrder().hasTotal()) {
            addMoney(numbers, "order.total", TOTAL, event.getOrder().getTotal(), "");
        }
        return numbers;
    }

    private static void addMoney(List<Measured> numbers, String field, String kind, Money money, String category) {
        add(numbers, new Measured(field, kind, money.getCurrency(), category, money.getMinorUnits()));
    }

    private static void add(List<Measured> numbers, Measured number) {
        if (Double.isFinite(number.amount) && number.amount >= 0) {
            numbers.add(number);
        }
    }

    /** On which scale it is judged: amounts differ by factors, not by differences. */
    public double onLogScale() {
        return Math.log1p(amount);
    }

    /** Names the reference of all numbers of this kind. */
    public String overall() {
        return kind + SEPARATOR + unit;
    }

    /** Names the reference of those in its category; the same as {@link #overall()} without one. */
    public String ofCategory() {
        return category.isEmpty() ? overall() : overall() + SEPARATOR + category.replace(SEPARATOR, ' ');
    }

    /** An amount of this kind for people: minor units as a decimal number. */
    String shown(double anAmount) {
        return kind.equals(QUANTITY) ? Decimals.shown(anAmount) : Decimals.ofMinorUnits(anAmount, unit);
    }
}
