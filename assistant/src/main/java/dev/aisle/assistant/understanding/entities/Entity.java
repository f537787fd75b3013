package dev.aisle.assistant.understanding.entities;

/**
 * Something that a text names.
 *
 * @param text as it stands in the text
 * @param value in one form whatever the language: an ISO date, an amount with its currency, a product's id
 * @param start where it begins in the text, in UTF-16 units
 * @param end where it ends, exclusive
 */
public record Entity(Kind kind, String text, String value, int start, int end) {
    /** What it is. */
    public enum Kind {
        ORDER_NUMBER,
        PRODUCT,
        SIZE,
        PRICE,
        DATE
    }
}
