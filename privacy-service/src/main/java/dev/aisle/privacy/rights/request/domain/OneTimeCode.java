package dev.aisle.privacy.rights.request.domain;

import dev.aisle.privacy.shared.calls.Sha256;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.UUID;

/** Ten letters and digits that are hard to confuse: 50 bits, of which five may be tried. Kept only as a hash. */
public record OneTimeCode(String value) {
    /** How often a code may be entered wrongly. */
    public static final int MOST_TRIES = 5;

    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 10;

    /** A fresh one. */
    public static OneTimeCode random(SecureRandom random) {
        return new OneTimeCode(random.ints(LENGTH, 0, ALPHABET.length())
                .collect(StringBuilder::new, (text, i) -> text.append(ALPHABET.charAt(i)), StringBuilder::append)
                .toString());
    }

    /** What is kept of it; the same code of two requests has two hashes. */
    public byte[] hashFor(UUID request) {
        return Sha256.of(request.toString(), value);
    }

    /** Whether this is the code with that hash. */
    public boolean matches(UUID request, byte[] hash) {
        return MessageDigest.isEqual(hashFor(request), hash);
    }

    /** It never stands in a log. */
    @Override
    public String toString() {
        return "OneTimeCode[…]";
    }
}
