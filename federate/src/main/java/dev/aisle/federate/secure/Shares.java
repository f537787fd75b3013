package dev.aisle.federate.secure;

import dev.aisle.federate.RefusedException;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter.Algorithm;
import org.bouncycastle.crypto.threshold.ShamirSplitSecret;
import org.bouncycastle.crypto.threshold.ShamirSplitSecretShare;

/** Shamir's secret sharing of 32 bytes over GF(2⁸), by Bouncy Castle. */
final class Shares {
    private static final int SECRET_BYTES = 32;

    private Shares() {}

    /**
     * Deals a secret out.
     *
     * @param threshold how many give it back, in 2 … holders
     * @param holders at most 32
     * @return one share a holder, in order
     */
    static List<byte[]> deal(byte[] secret, int threshold, int holders, SecureRandom random) {
        try {
            List<byte[]> shares = new ArrayList<>();
            ShamirSplitSecret split = ShamirSecretSplitter.getInstance(Algorithm.AES, SECRET_BYTES, random)
                    .resplit(secret, threshold, holders);
            // The array is as long as the secret, whatever the holders.
            for (int holder = 0; holder < holders; holder++) {
                shares.add(split.getSecretShares()[holder].getEncoded());
            }
            return shares;
        } catch (IOException e) {
            throw new IllegalStateException("a secret couldn't be shared", e);
        }
    }

    /**
     * The secret of its shares.
     *
     * @param shares by number of their holder, from 1; of as many as are needed
     */
    static byte[] secret(Map<Integer, byte[]> shares) {
        ShamirSplitSecretShare[] parts = shares.entrySet().stream()
                .map(share -> {
                    if (share.getValue().length != SECRET_BYTES) {
                        throw new RefusedException(
                                "share: expected " + SECRET_BYTES + " bytes, were " + share.getValue().length);
                    }
                    return new ShamirSplitSecretShare(share.getValue(), share.getKey());
                })
                .toArray(ShamirSplitSecretShare[]::new);
        try {
            return ShamirSplitSecret.getInstance(Algorithm.AES, parts).getSecret();
        } catch (IOException e) {
            throw new IllegalStateException("shares couldn't be put together", e);
        }
    }
}
