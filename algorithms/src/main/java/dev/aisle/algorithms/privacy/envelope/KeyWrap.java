package dev.aisle.algorithms.privacy.envelope;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES key wrap with padding (AES-KWP): a key of any length under a key of 128, 192 or 256 bits, with an integrity check of 32 bits.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5649">RFC 5649</a>
 */
public final class KeyWrap {
    private static final String TRANSFORMATION = "AES/KWP/NoPadding";

    private KeyWrap() {}

    /**
     * Wraps a key (RFC 5649, section 4.1).
     *
     * @param wrapping 16, 24 or 32 bytes
     * @param key 1 to 2³² − 1 bytes
     * @return 8 × ⌈length / 8⌉ + 8 bytes
     * @throws IllegalArgumentException when the wrapping key has another length or the key is empty
     */
    public static byte[] wrap(byte[] wrapping, byte[] key) {
        if (key.length == 0) {
            throw new IllegalArgumentException("key: expected at least one byte");
        }
        try {
            return cipher(Cipher.WRAP_MODE, wrapping).wrap(new SecretKeySpec(key, "AES"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform wraps keys by AES-KWP, this one refused to.", e);
        }
    }

    /**
     * Unwraps a key (section 4.2).
     *
     * @return empty when the bytes were not wrapped under this key, or were changed since
     * @throws IllegalArgumentException when the wrapping key has another length
     */
    public static Optional<byte[]> unwrap(byte[] wrapping, byte[] wrapped) {
        Cipher cipher = cipher(Cipher.UNWRAP_MODE, wrapping);
        try {
            Key key = cipher.unwrap(wrapped, "AES", Cipher.SECRET_KEY);
            return Optional.of(key.getEncoded());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // SunJCE throws IllegalArgumentException for a length that no wrapped key has.
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, byte[] wrapping) {
        if (wrapping.length != 16 && wrapping.length != 24 && wrapping.length != 32) {
            throw new IllegalArgumentException("wrapping key: expected 16, 24 or 32 bytes");
        }
        try {
            Cipher cipher = Cipher.getInstance(TRANSFORMATION);
            cipher.init(mode, new SecretKeySpec(wrapping, "AES"));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + TRANSFORMATION + ", this one refused it.", e);
        }
    }
}
