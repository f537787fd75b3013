package dev.aisle.ingest.refine.values;

import dev.aisle.contracts.events.v1.Correction;
import dev.aisle.contracts.events.v1.Item;
import dev.aisle.contracts.events.v1.ShopEvent;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Quantities in kilograms, litres or pieces. A table and no library: what shops write ("pcs", "lbs", "Stück") is no UCUM, so a
 * table of words is needed anyway, and each word has one factor. The price stays as it was sent: shops mean the price of the
 * product by it, not of one gram.
 */
public final class Units {
    private record Unit(String code, BigDecimal factor) {}

    private static final Map<String, Unit> BY_WORD = new HashMap<>();

    static {
        put("kg", "1", "kg", "kilo", "kilogram", "kilograms");
        put("kg", "0.001", "g", "gr", "gram", "grams");
        put("kg", "0.000001", "mg", "milligram", "milligrams");
        put("kg", "0.45359237", "lb", "lbs", "[lb_av]", "pound", "pounds");
        put("kg", "0.028349523125", "oz", "[oz_av]", "ounce", "ounces");
        put("L", "1", "l", "liter", "litre", "liters", "litres");
        put("L", "0.1", "dl");
        put("L", "0.01", "cl", "centilitre", "centiliter");
        put("L", "0.001", "ml", "millilitre", "milliliter", "millilitres", "milliliters");
        put("L", "0.0295735295625", "fl oz", "floz", "fl_oz", "fl. oz.", "[foz_us]");
        put(
                "", "1", "piece", "pieces", "pc", "pcs", "{piece}", "each", "ea", "unit", "units", "stk", "stück", "x",
                "1");
        put("", "12", "dozen", "dz");
    }

    private Units() {}

    private static void put(String code, String factor, String... words) {
        for (String word : words) {
            BY_WORD.put(word, new Unit(code, new BigDecimal(factor)));
        }
    }

    /** Converts the quantities in place; an unknown unit stays and is marked. */
    public static void normalise(ShopEvent.Builder event, Corrections corrections) {
        for (int i = 0; i < event.getItemsCount(); i++) {
            if (!event.getItems(i).getUnit().isEmpty()) {
                normalise(event.getItemsBuilder(i), "items[" + i + "].", corrections);
            }
        }
    }

    private static void normalise(Item.Builder item, String path, Corrections corrections) {
        Unit unit = BY_WORD.get(item.getUnit().strip().toLowerCase(Locale.ROOT));
        if (unit == null) {
            corrections.note(Correction.Kind.MISSING_MARKED, path + "unit", item.getUnit(), item.getUnit());
            return;
        }
        String before = text(item);
        if (item.hasQuantity()) {
            BigDecimal converted = BigDecimal.valueOf(item.getQuantity()).multiply(unit.factor());
            item.setQuantity(converted.doubleValue());
        }
        item.setUnit(unit.code());
        String after = text(item);
        if (!before.equals(after)) {
            corrections.note(Correction.Kind.UNIT, path + (item.hasQuantity() ? "quantity" : "unit"), before, after);
        }
    }

    private static String text(Item.Builder item) {
        String quantity = item.hasQuantity() ? Double.toString(item.getQuantity()) : "";
        return (quantity + " " + item.getUnit()).strip();
    }
}
