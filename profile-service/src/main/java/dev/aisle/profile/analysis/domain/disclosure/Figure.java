package dev.aisle.profile.analysis.domain.disclosure;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * A number of a chart, or why it isn't told.
 *
 * @param value rounded; null when withheld
 * @param people how many are behind it, rounded; null when withheld
 * @param withheld the reason; null when told
 */
// "told" stands in answers and is no part of what is stored and read.
@JsonIgnoreProperties(value = "told", allowGetters = true)
public record Figure(
        @Nullable Double value,
        @Nullable Long people,
        @Nullable Withheld withheld) {
    /** A number that is told. */
    public static Figure told(double value, long people) {
        return new Figure(value, people, null);
    }

    /** One that isn't. */
    public static Figure not(Withheld reason) {
        return new Figure(null, null, reason);
    }

    /** A quotient of two numbers that are told: it says no more than they do. */
    public static Figure ratio(Figure part, Figure whole) {
        if (part.value == null || whole.value == null || part.people == null || whole.value == 0) {
            return not(part.withheld == null ? Withheld.NOTHING_TO_DIVIDE : part.withheld);
        }
        return told(part.value / whole.value, part.people);
    }

    /** Whether there is a number. */
    public boolean isTold() {
        return value != null;
    }
}
