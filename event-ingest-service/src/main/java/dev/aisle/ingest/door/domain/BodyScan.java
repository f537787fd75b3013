package dev.aisle.ingest.door.domain;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What one pass over the bytes of a JSON document shows before anything is parsed.
 *
 * @param nesting how deep objects and arrays stand inside each other
 * @param nullEscape whether a text holds the escape of U+0000
 * @param nullByte whether there is a zero byte: no JSON in UTF-8 has one
 */
record BodyScan(int nesting, boolean nullEscape, boolean nullByte) {
    private static final byte[] NULL_ESCAPE = "u0000".getBytes(StandardCharsets.US_ASCII);

    static BodyScan of(byte[] bytes, int from, int to) {
        int depth = 0;
        int deepest = 0;
        boolean inText = false;
        boolean nullEscape = false;
        boolean nullByte = false;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b == '"') {
                inText = !inText;
            } else if (b == '\\') {
                i++;
                nullEscape |= isNullEscape(bytes, i, to);
            } else if (!inText && (b == '{' || b == '[')) {
                depth++;
                deepest = Math.max(deepest, depth);
            } else if (!inText && (b == '}' || b == ']')) {
                depth--;
            } else if (b == 0) {
                nullByte = true;
            }
        }
        return new BodyScan(deepest, nullEscape, nullByte);
    }

    private static boolean isNullEscape(byte[] bytes, int at, int to) {
        return at + NULL_ESCAPE.length <= to && Arrays.equals(bytes, at, at + NULL_ESCAPE.length, NULL_ESCAPE, 0, 5);
    }
}
