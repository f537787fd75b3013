package dev.aisle.algorithms.privacy;

import java.util.regex.Pattern;

/**
 * A person's pseudonym: {@code p1.<keyId>.<32 characters of base64url>}. It names the key that made it, so that keys can rotate, and tells
 * nothing about the person to whoever lacks that key.
 *
 * @param value the whole text
 */
public record Pseudonym(String value) {
    private static final Pattern FORM = Pattern.compile("p1\\.[A-Za-z0-9_-]{1,32}\\.[A-Za-z0-9_-]{32}");

    /**
     * @throws IllegalArgumentException when the text has not the form of a pseudonym; the message doesn't repeat the text, which may be an
     *     identifier
     */
    public Pseudonym {
        if (!isPseudonym(value)) {
            throw new IllegalArgumentException("not a pseudonym: expected p1.<keyId>.<32 characters of base64url>");
        }
    }

    /** Whether a text has the form of a pseudonym. */
    public static boolean isPseudonym(String text) {
        return FORM.matcher(text).matches();
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
