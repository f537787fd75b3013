package dev.aisle.algorithms.privacy.pii;

/**
 * A text with each character as a keyboard of ASCII has it, so that one pattern finds a number in any writing: full-width letters and signs, decimal digits of any
 * script, spaces and hyphens of any width. What can't be seen between two digits is left out.
 */
final class PlainText {
    private static final int ASCII_END = 0x80;
    private static final int WIDE_BEGIN = 0xFF01;
    private static final int WIDE_END = 0xFF5E;
    private static final int WIDE_TO_ASCII = 0xFEE0;
    private static final int MINUS_SIGN = 0x2212;
    private static final int LEFT_OUT = -1;

    private final String text;
    /** The place of each character in the text as it was typed; empty where both have the same places. */
    private final int[] places;

    private PlainText(String text, int[] places) {
        this.text = text;
        this.places = places;
    }

    static PlainText of(String typed) {
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (c >= ASCII_END && (Character.isSurrogate(c) || plain(c) != c)) {
                return rewritten(typed);
            }
        }
        return new PlainText(typed, new int[0]);
    }

    private static PlainText rewritten(String typed) {
        StringBuilder plain = new StringBuilder(typed.length());
        int[] places = new int[typed.length() + 1];
        for (int at = 0; at < typed.length(); ) {
            int typedPoint = typed.codePointAt(at);
            int point = plain(typedPoint);
            if (point != LEFT_OUT) {
                places[plain.length()] = at;
                plain.appendCodePoint(point);
                if (Character.isSupplementaryCodePoint(point)) {
                    places[plain.length() - 1] = at + 1;
                }
            }
            at += Character.charCount(typedPoint);
        }
        places[plain.length()] = typed.length();
        return new PlainText(plain.toString(), places);
    }

    private static int plain(int c) {
        if (c < ASCII_END) {
            return c;
        }
        if (c >= WIDE_BEGIN && c <= WIDE_END) {
            return c - WIDE_TO_ASCII;
        }
        return switch (Character.getType(c)) {
            case Character.DECIMAL_DIGIT_NUMBER -> '0' + Character.digit(c, 10);
            case Character.SPACE_SEPARATOR -> ' ';
            case Character.DASH_PUNCTUATION -> '-';
            case Character.FORMAT, Character.ENCLOSING_MARK -> LEFT_OUT;
            default -> c == MINUS_SIGN ? '-' : isVariationSelector(c) ? LEFT_OUT : c;
        };
    }

    private static boolean isVariationSelector(int c) {
        return c >= 0xFE00 && c <= 0xFE0F;
    }

    String text() {
        return text;
    }

    /** The same find in the text as it was typed. */
    PiiSpan asTyped(PiiSpan span) {
        return places.length == 0 ? span : new PiiSpan(span.type(), placeOf(span.start()), placeOf(span.end()));
    }

    /** The place of a character in the text as it was typed; of the end as well. */
    int placeOf(int at) {
        return places.length == 0 ? at : places[at];
    }
}
