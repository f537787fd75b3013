package dev.aisle.algorithms.privacy.envelope;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM with a random initialisation vector of 96 bits and a tag of 128: {@code 1 ‖ iv ‖ ciphertext ‖ tag}. A subject's key seals far
 * fewer texts than the 2³² that random vectors allow.
 *
 * @see <a href="https://doi.org/10.6028/NIST.SP.800-38D">NIST SP 800-38D, sections 7 and 8.2.2</a>
 */
public final class Envelope {
    /** How much longer a sealed text is. */
    public static final int OVERHEAD = 29;

    private static final byte VERSION = 1;
    private static final int IV = 12;
    private static final int TAG_BITS = 128;

    private Envelope() {}

    /** Seals a text under the subject's key, for this place. */
    public static byte[] seal(SubjectKey key, Place place, byte[] plaintext, SecureRandom random) {
        byte[] iv = new byte[IV];
        random.nextBytes(iv);
        byte[] sealed = new byte[plaintext.length + OVERHEAD];
        sealed[0] = VERSION;
        System.arraycopy(iv, 0, sealed, 1, IV);
        try {
            cipher(Cipher.ENCRYPT_MODE, key, place, iv).doFinal(plaintext, 0, plaintext.length, sealed, 1 + IV);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM refused to seal.", e);
        }
    }

    /**
     * Opens what was sealed.
     *
     * @param key empty when the subject was erased
     */
    public static Opening open(Optional<SubjectKey> key, Place place, byte[] sealed) {
        if (key.isEmpty()) {
            return new Opening.SubjectErased();
        }
        if (sealed.length < OVERHEAD || sealed[0] != VERSION) {
            return new Opening.Unauthentic();
        }
        byte[] iv = Arrays.copyOfRange(sealed, 1, 1 + IV);
        try {
            return new Opening.Opened(
                    cipher(Cipher.DECRYPT_MODE, key.get(), place, iv).doFinal(sealed, 1 + IV, sealed.length - 1 - IV));
        } catch (AEADBadTagException e) {
            return new Opening.Unauthentic();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM refused to open.", e);
        }
    }

    private static Cipher cipher(int mode, SubjectKey key, Place place, byte[] iv) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.secret(), new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(place.associated());
        return cipher;
    }
}
