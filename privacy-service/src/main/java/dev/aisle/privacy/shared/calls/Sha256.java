package dev.aisle.privacy.shared.calls;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 over texts, kept apart by a separator that none of them holds. */
public final class Sha256 {
    private static final String SEPARATOR = "\u001f";

    private Sha256() {}

    /** The hash of these texts in this order. */
    public static byte[] of(String... texts) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(String.join(SEPARATOR, texts).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
