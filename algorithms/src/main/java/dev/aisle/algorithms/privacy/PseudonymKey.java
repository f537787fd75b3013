package dev.aisle.algorithms.privacy;

import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;

/** A named secret for pseudonyms: at least 256 bits. Its text form shows the name only. */
public final class PseudonymKey {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");
    private static final int LEAST_BYTES = 32;

    private final String id;
    private final SecretKeySpec secret;

    private PseudonymKey(String id, byte[] secret) {
        this.id = id;
        this.secret = new SecretKeySpec(secret, "HmacSHA256");
    }

    /**
     * Reads a key.
     *
     * @param id name of the key, 1 to 32 of {@code A-Z a-z 0-9 _ -}; it stands in every pseudonym
     * @param hex the secret, at least 64 hexadecimal digits
     * @throws IllegalArgumentException when either has another form; the message never holds the secret
     */
    public static PseudonymKey ofHex(String id, String hex) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("key id: expected 1 to 32 of A-Z a-z 0-9 _ -");
        }
        byte[] secret = bytes(hex);
        if (secret.length < LEAST_BYTES) {
            throw new IllegalArgumentException("key: expected at least 64 hexadecimal digits");
        }
        return new PseudonymKey(id, secret);
    }

    private static byte[] bytes(String hex) {
        if (hex.length() % 2 != 0 || !hex.chars().allMatch(HexFormat::isHexDigit)) {
            throw new IllegalArgumentException("key: expected an even number of hexadecimal digits");
        }
        return HexFormat.of().parseHex(hex);
    }

    /** The name of the key. */
    public String id() {
        return id;
    }

    SecretKeySpec secret() {
        return secret;
    }

    @Override
    public String toString() {
        return "PseudonymKey[" + id + "]";
    }
}
