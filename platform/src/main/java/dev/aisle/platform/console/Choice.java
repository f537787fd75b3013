package dev.aisle.platform.console;

import java.util.Collection;
import java.util.List;

/**
 * One of several values in a form: {@code {#field type='select' …}{#choices all=page.kinds /}{/field}}.
 *
 * @param text what a person reads
 */
public record Choice(String value, String text, boolean chosen) {
    /** Each value with the words of {@code prefix + value}. */
    public static List<Choice> said(Words words, String prefix, Collection<String> values, String chosen) {
        return values.stream()
                .map(value -> new Choice(value, words.say(prefix + value), value.equals(chosen)))
                .toList();
    }

    /** Each value as it is. */
    public static List<Choice> plain(Collection<String> values, String chosen) {
        return values.stream()
                .map(value -> new Choice(value, value, value.equals(chosen)))
                .toList();
    }
}
