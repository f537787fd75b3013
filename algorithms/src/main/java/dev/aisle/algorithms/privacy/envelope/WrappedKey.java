package dev.aisle.algorithms.privacy.envelope;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A subject's key as it is kept.
 *
 * @param masterKeyId the master key that it is wrapped under
 * @param bytes by AES-KWP, 40 bytes
 */
public record WrappedKey(String masterKeyId, byte[] bytes) {
    public WrappedKey {
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WrappedKey that
                && masterKeyId.equals(that.masterKeyId)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(masterKeyId, Arrays.hashCode(bytes));
    }

    @Override
    public String toString() {
        return "WrappedKey[under " + masterKeyId + "]";
    }
}
