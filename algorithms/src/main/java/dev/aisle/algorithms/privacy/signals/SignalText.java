package dev.aisle.algorithms.privacy.signals;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What TCF and GPP strings have in common: letters of base64url (RFC 4648, 5) in parts, and a bound on their length. */
final class SignalText {
    /** Longest string that is read, in characters: a browser sends no longer header either. */
    static final int LONGEST = 8192;

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static final Pattern PADDING = Pattern.compile("(?<=[A-Za-z0-9_-])={1,2}(?=[.~]|$)");

    private SignalText() {}

    /** Why a text can't be such a string; {@code null} when it may be one. */
    static @Nullable String problem(String text, Pattern form) {
        if (text.length() > LONGEST) {
            return "longer than " + LONGEST + " characters";
        }
        return form.matcher(text).matches() ? null : "a character or an empty part that the format doesn't have";
    }

    /** The text without the padding of base64, which neither format has and some platforms write at the end of a part. */
    static String withoutPadding(String text) {
        return PADDING.matcher(text).replaceAll("");
    }

    /** The six bits of a letter. */
    static int valueOf(char letter) {
        return ALPHABET.indexOf(letter);
    }

    /** The first bits of a part: {@code 1 ≤ count ≤ 6}. */
    static int firstBits(String part, int count) {
        return ALPHABET.indexOf(part.charAt(0)) >> (6 - count);
    }
}
