package dev.aisle.algorithms.privacy.merkle;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON in its one canonical form, so that a hash of it can be made anywhere. Limited to objects, texts and whole numbers of at most
 * 2^53 − 1: what an audit entry holds. Floating-point numbers, whose canonical form is the difficult part of the RFC, are refused.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8785#section-3.2">RFC 8785, 3.2</a>
 */
public final class CanonicalJson {
    private static final long LARGEST = (1L << 53) - 1;

    private CanonicalJson() {}

    /**
     * Writes an object.
     *
     * @param object values are {@link String}, {@link Integer}, {@link Long} or a map like this one
     * @throws IllegalArgumentException on any other value, a number that is too large or half a surrogate pair
     */
    public static String write(Map<String, ?> object) {
        StringBuilder into = new StringBuilder();
        write(object, into);
        return into.toString();
    }

    /** The same in UTF-8. */
    public static byte[] bytes(Map<String, ?> object) {
        return write(object).getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Map<?, ?> object, StringBuilder into) {
        // The order of String is that of UTF-16 code units, as 3.2.3 wants it.
        Map<String, Object> sorted = new TreeMap<>();
        object.forEach((name, value) -> sorted.put((String) name, value));
        into.append('{');
        Iterator<Map.Entry<String, Object>> fields = sorted.entrySet().iterator();
        while (fields.hasNext()) {
            Map.Entry<String, Object> field = fields.next();
            write(field.getKey(), into);
            into.append(':');
            writeValue(field.getValue(), into);
            into.append(fields.hasNext() ? "," : "");
        }
        into.append('}');
    }

    private static void writeValue(Object value, StringBuilder into) {
        switch (value) {
            case String text -> write(text, into);
            case Integer number -> into.append(number);
            case Long number when Math.abs(number) <= LARGEST -> into.append(number);
            case Map<?, ?> object -> write(object, into);
            default -> throw new IllegalArgumentException("only objects, texts and whole numbers below 2^53");
        }
    }

    private static void write(String text, StringBuilder into) {
        into.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c) && !paired(text, i)) {
                throw new IllegalArgumentException("half a surrogate pair has no UTF-8");
            }
            escape(c, into);
        }
        into.append('"');
    }

    private static boolean paired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }

    private static void escape(char c, StringBuilder into) {
        switch (c) {
            case '"' -> into.append("\\\"");
            case '\\' -> into.append("\\\\");
            case '\b' -> into.append("\\b");
            case '\f' -> into.append("\\f");
            case '\n' -> into.append("\\n");
            case '\r' -> into.append("\\r");
            case '\t' -> into.append("\\t");
            default -> into.append(c < 0x20 ? "\\u%04x".formatted((int) c) : String.valueOf(c));
        }
    }
}
