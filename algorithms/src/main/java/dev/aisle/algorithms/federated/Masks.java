package dev.aisle.algorithms.federated;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Masks of secure aggregation: a seed that two partners share gives numbers that one adds and the other takes away. AES-256 in counter mode makes a
 * mask of its seed; a seed must be used for one vector only.
 *
 * @see <a href="https://doi.org/10.1145/3133956.3133982">Bonawitz et al. 2017, "Practical Secure Aggregation"</a>
 */
public final class Masks {
    /** Length of a seed in bytes. */
    public static final int SEED_BYTES = 32;

    private static final int CHUNK = 4096;
    private static final int BLOCK_BYTES = 16;

    private Masks() {}

    /** {@code into += mask(seed)}, modulo 2⁶⁴. */
    public static void add(byte[] seed, long[] into) {
        apply(seed, into, 1);
    }

    /** {@code into −= mask(seed)}, modulo 2⁶⁴. */
    public static void subtract(byte[] seed, long[] into) {
        apply(seed, into, -1);
    }

    private static void apply(byte[] seed, long[] into, int sign) {
        if (seed.length != SEED_BYTES) {
            throw new IllegalArgumentException("seed: expected " + SEED_BYTES + " bytes, were " + seed.length);
        }
        try {
            Cipher stream = Cipher.getInstance("AES/CTR/NoPadding");
            stream.init(
                    Cipher.ENCRYPT_MODE, new SecretKeySpec(seed, "AES"), new IvParameterSpec(new byte[BLOCK_BYTES]));
            byte[] zeros = new byte[CHUNK * Long.BYTES];
            byte[] bytes = new byte[CHUNK * Long.BYTES];
            LongBuffer numbers =
                    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
            for (int from = 0; from < into.length; from += CHUNK) {
                stream.update(zeros, 0, zeros.length, bytes);
                for (int n = from; n < Math.min(into.length, from + CHUNK); n++) {
                    into[n] += sign * numbers.get(n - from);
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no AES in counter mode", e);
        }
    }
}
