package dev.aisle.algorithms.privacy;

/**
 * A person's pseudonym: {@code p1.<keyId>.<32 characters of base64url>}. It names the key that made it, so that keys can rotate, and tells
 * nothing about the person to whoever lacks that key.
 *
 * @param value the whole text
 */
public record Pseudonym(String value) {
    private static final String VERSION = "p1.";
    private static final int CODE = 32;
    private static final int LONGEST_KEY_ID = 32;

    /**
     * @throws IllegalArgumentException when the text has not the form of a pseudonym; the message doesn't repeat the text, which may be an
     *     identifier
     */
    public Pseudonym {
        if (!isPseudonym(value)) {
            throw new IllegalArgumentException("not a pseudonym: expected p1.<keyId>.<32 characters of base64url>");
        }
    }

    /** Whether a text has the form of a pseudonym. Every event asks, so no regular expression. */
    public static boolean isPseudonym(String text) {
        int dot = text.length() - CODE - 1;
        int keyId = dot - VERSION.length();
        return keyId >= 1
                && keyId <= LONGEST_KEY_ID
                && text.startsWith(VERSION)
                && text.charAt(dot) == '.'
                && isBase64Url(text, VERSION.length(), dot)
                && isBase64Url(text, dot + 1, text.length());
    }

    private static boolean isBase64Url(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letterOrDigit && c != '-' && c != '_') {
                return false;
            }
        }
        return true;
    }

    /** The id of the key that made this pseudonym. */
    public String keyId() {
        return value.substring(3, value.lastIndexOf('.'));
    }

    @Override
    public String toString() {
        return value;
    }
}
