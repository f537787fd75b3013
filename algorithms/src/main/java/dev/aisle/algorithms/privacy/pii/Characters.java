package dev.aisle.algorithms.privacy.pii;

/** Classes of characters of a {@link PlainText}. */
final class Characters {
    private static final char THAI_BEGIN = '\u0E00';
    private static final char THAI_END = '\u0E7F';
    private static final char EAST_ASIA = '\u2E80';

    private Characters() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isHex(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    /** Whether a character is of a script that puts no spaces between words, so that a number or an address ends where it begins. */
    static boolean isSpaceless(char c) {
        return (c >= THAI_BEGIN && c <= THAI_END) || c >= EAST_ASIA;
    }

    /** Whether a character continues a word, so that a number which begins or ends there is a part of something else. */
    static boolean continuesWord(char c) {
        return c == '_' || (Character.isLetterOrDigit(c) && !isSpaceless(c));
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }

    static boolean beginsWord(String text, int at) {
        return at == 0 || !continuesWord(text.charAt(at - 1));
    }

    static boolean endsWord(String text, int end) {
        return end == text.length() || !continuesWord(text.charAt(end));
    }
}
