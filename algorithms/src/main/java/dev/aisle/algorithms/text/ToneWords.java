package dev.aisle.algorithms.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lists of words that ship with the module, a line each: the word, a tab, and what it says of the tone. */
final class ToneWords {
    private static final List<String> LISTS = List.of("tone-zh.txt", "tone-en.txt");

    private ToneWords() {}

    /** What each word says: a value, {@code not}, or {@code x1.5} for a degree. */
    static Map<String, String> shipped() {
        Map<String, String> words = new HashMap<>();
        LISTS.forEach(list -> read(list, words));
        return words;
    }

    private static void read(String list, Map<String, String> into) {
        try (InputStream in = ToneWords.class.getResourceAsStream(list)) {
            if (in == null) {
                throw new IllegalStateException(list + " is not beside the class");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> {
                        int tab = line.indexOf('\t');
                        into.put(line.substring(0, tab), line.substring(tab + 1));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(list + " can't be read", e);
        }
    }
}
