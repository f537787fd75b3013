package dev.aisle.local.importer;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Titles from the shouting of cash registers: {@code FRZN ICE} becomes {@code Frzn Ice}. */
final class Wording {
    private Wording() {}

    static String title(String shouted) {
        return Arrays.stream(shouted.strip().split("\\s+", -1))
                .map(Wording::word)
                .collect(Collectors.joining(" "));
    }

    private static String word(String word) {
        var text = new StringBuilder(word.toLowerCase(Locale.ROOT));
        var start = true;
        for (int i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (start) {
                text.setCharAt(i, Character.toUpperCase(letter));
            }
            start = letter == '/' || letter == '(' || letter == '-';
        }
        return text.toString();
    }
}
