package dev.aisle.algorithms.privacy.envelope;

import java.security.SecureRandom;
import javax.crypto.spec.SecretKeySpec;

/** The key of one subject: 256 bits for AES. It is kept wrapped only, and its text form shows nothing. */
public final class SubjectKey {
    private static final int BYTES = 32;

    private final SecretKeySpec secret;

    private SubjectKey(byte[] bytes) {
        this.secret = new SecretKeySpec(bytes, "AES");
    }

    /** A new key of that source of randomness. */
    public static SubjectKey random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new SubjectKey(bytes);
    }

    /** @throws IllegalArgumentException unless there are 32 bytes */
    public static SubjectKey of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("subject key: expected 32 bytes");
        }
        return new SubjectKey(bytes);
    }

    SecretKeySpec secret() {
        return secret;
    }

    @Override
    public String toString() {
        return "SubjectKey[…]";
    }
}
