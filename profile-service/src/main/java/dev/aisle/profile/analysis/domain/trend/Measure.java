package dev.aisle.profile.analysis.domain.trend;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What is measured of a category, or of the shop, in a span. */
public enum Measure {
    /** Who viewed or bought. */
    PEOPLE("people"),
    /** Products viewed. */
    VIEWS("views"),
    /** Orders with a product of the category. */
    PURCHASES("orders"),
    /** Pieces bought; what came back isn't subtracted. */
    UNITS("pieces"),
    /** Price times quantity of what was bought, where the price is known; what came back isn't subtracted. */
    REVENUE("minor units of the shop's currency");

    private final String unit;

    Measure(String unit) {
        this.unit = unit;
    }

    /** As it stands in questions and charts. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In what it is counted. */
    public String unit() {
        return unit;
    }

    double of(Deeds deeds) {
        return switch (this) {
            case PEOPLE -> 1;
            case VIEWS -> deeds.views();
            case PURCHASES -> deeds.purchases();
            case UNITS -> deeds.units();
            case REVENUE -> deeds.revenue();
        };
    }
}
