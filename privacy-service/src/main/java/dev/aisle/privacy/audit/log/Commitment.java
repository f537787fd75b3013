package dev.aisle.privacy.audit.log;

import dev.aisle.algorithms.privacy.merkle.HashChain;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Stands for a subject in a leaf: SHA-256 of a salt and the pseudonym. With the salt it can be opened; without it, it is a random number,
 * and no two of them can be told to be of one person.
 *
 * @param hex what stands in the leaf
 * @param salt 32 random bytes
 */
public record Commitment(String hex, byte[] salt) {
    private static final int SALT_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one. */
    public static Commitment to(String pseudonym) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new Commitment(hex(salt, pseudonym), salt);
    }

    /** What stands in the leaf for this salt and pseudonym. */
    public static String hex(byte[] salt, String pseudonym) {
        return HashChain.hash(HexFormat.of().formatHex(salt) + ":" + pseudonym);
    }
}
