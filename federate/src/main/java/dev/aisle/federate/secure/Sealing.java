package dev.aisle.federate.secure;

import dev.aisle.federate.RefusedException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM under a key of a single message, so that the nonce may be zero. */
final class Sealing {
    private static final int TAG_BITS = 128;
    private static final int NONCE_BYTES = 12;

    private Sealing() {}

    static byte[] seal(byte[] key, String about, byte[] content) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, key, about).doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no AES-GCM", e);
        }
    }

    /** @throws RefusedException when it isn't from who is said, about what is said, and whole */
    static byte[] open(byte[] key, String about, byte[] sealed) {
        try {
            return cipher(Cipher.DECRYPT_MODE, key, about).doFinal(sealed);
        } catch (GeneralSecurityException e) {
            throw new RefusedException("shares: what came as \"" + about + "\" can't be opened");
        }
    }

    private static Cipher cipher(int mode, byte[] key, String about) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, new byte[NONCE_BYTES]));
        cipher.updateAAD(about.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
