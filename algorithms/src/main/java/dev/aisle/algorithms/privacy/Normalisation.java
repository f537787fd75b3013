package dev.aisle.algorithms.privacy;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;

/** The one form of ids and e-mail addresses. */
final class Normalisation {
    private static final int LONGEST_ID = 512;
    private static final int LONGEST_EMAIL = 320;

    private Normalisation() {}

    static String opaque(String raw, String type) {
        String text = composed(raw.strip());
        if (text.isEmpty() || text.length() > LONGEST_ID || hasControl(text)) {
            throw new InvalidIdentifierException(
                    type + ": expected 1 to " + LONGEST_ID + " characters without control characters");
        }
        if (Pseudonym.isPseudonym(text)) {
            throw new InvalidIdentifierException(
                    type + ": expected the shop's own id; this is a pseudonym, which is made of that id");
        }
        return text;
    }

    /** NFC, which Latin-1 text is in already. */
    private static String composed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF) {
                return Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        }
        return text;
    }

    private static boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Lower case; the domain in the ASCII form of IDNA 2003. The local part keeps its dots and tags: they are the provider's business. */
    static String email(String raw) {
        String text = composed(raw.strip()).toLowerCase(Locale.ROOT);
        int at = text.lastIndexOf('@');
        if (at < 1 || at == text.length() - 1 || text.length() > LONGEST_EMAIL || hasBlank(text)) {
            throw new InvalidIdentifierException("email: expected name@domain");
        }
        return text.substring(0, at) + "@" + asciiDomain(text.substring(at + 1));
    }

    private static String asciiDomain(String domain) {
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw new InvalidIdentifierException("email: the part after @ is no domain name");
        }
    }

    private static boolean hasBlank(String text) {
        return text.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c));
    }
}
