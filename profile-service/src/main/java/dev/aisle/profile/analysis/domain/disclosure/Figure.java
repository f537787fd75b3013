package dev.aisle.profile.analysis.domain.disclosure;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * A number of a chart, or why it isn't told.
 *
 * @param value with noise and rounded; null when withheld
 * @param withheld the reason; null when told
 */
// "told" stands in answers and is no part of what is stored and read; "people" stands in models that an earlier version
// stored.
@JsonIgnoreProperties(
        value = {"told", "people"},
        allowGetters = true)
public record Figure(@Nullable Double value, @Nullable Withheld withheld) {
    /** A number that is told. */
    public static Figure told(double value) {
        return new Figure(value, null);
    }

    /** One that isn't. */
    public static Figure not(Withheld reason) {
        return new Figure(null, reason);
    }

    /** A quotient of two numbers that are told: it says no more than they do. */
    public static Figure ratio(Figure part, Figure whole) {
        if (part.value == null || whole.value == null || whole.value == 0) {
            return not(part.withheld == null ? Withheld.NOTHING_TO_DIVIDE : part.withheld);
        }
        return told(part.value / whole.value);
    }

    /** Whether there is a number. */
    public boolean isTold() {
        return value != null;
    }
}
