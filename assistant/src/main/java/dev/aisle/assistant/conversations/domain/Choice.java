package dev.aisle.assistant.conversations.domain;

/**
 * Something that a shopper may tap.
 *
 * @param label what it shows
 * @param text what is sent as the shopper's message
 */
public record Choice(String label, String text) {
    /** One that shows what it sends. */
    public static Choice of(String text) {
        return new Choice(text, text);
    }
}
