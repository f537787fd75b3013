package dev.aisle.shop.gateway;

import java.util.List;

/**
 * A call in a few words of any language.
 *
 * @param key    of a sentence
 * @param values what it names, in order
 * @param tone   how it went
 */
public record Told(String key, List<String> values, Tone tone) {
    public Told {
        values = List.copyOf(values);
    }

    /** How it went. */
    public enum Tone {
        FINE,
        /** Done differently because somebody hasn't agreed: an event was dropped, a list isn't personal. */
        WITHHELD,
        /** Refused, or not reached. */
        FAILED
    }

    static Told fine(String key, String... values) {
        return new Told(key, List.of(values), Tone.FINE);
    }

    static Told withheld(String key, String... values) {
        return new Told(key, List.of(values), Tone.WITHHELD);
    }

    static Told failed(String key, String... values) {
        return new Told(key, List.of(values), Tone.FAILED);
    }
}
