package dev.aisle.training.spark;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;

/**
 * A fingerprint of what people did that doesn't depend on the parts they are read in: SHA-256 of each person's interactions in their order, added up modulo
 * 2^256.
 */
final class PeoplePrints {
    private static final int BYTES = 32;
    private static final BigInteger MODULUS = BigInteger.TWO.pow(Byte.SIZE * BYTES);

    private final Map<String, Integer> numbers;
    private final MessageDigest digest = sha256();
    private final ByteBuffer row = ByteBuffer.allocate(2 * Integer.BYTES + Long.BYTES + 1);
    private BigInteger sum = BigInteger.ZERO;
    private boolean open;

    PeoplePrints(Map<String, Integer> numbers) {
        this.numbers = numbers;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    void nextPerson() {
        if (open) {
            sum = sum.add(new BigInteger(1, digest.digest())).mod(MODULUS);
        }
        open = false;
    }

    void add(String product, boolean bought, float weight, long millis) {
        row.clear();
        row.putInt(numbers.getOrDefault(product, -1)).put((byte) (bought ? 1 : 0));
        digest.update(row.putFloat(weight).putLong(millis).flip());
        open = true;
    }

    /** The sum; the last person ends. */
    byte[] sum() {
        nextPerson();
        return bytes(sum);
    }

    /** The sum of two sums. */
    static byte[] add(byte[] one, byte[] other) {
        return bytes(new BigInteger(1, one).add(new BigInteger(1, other)).mod(MODULUS));
    }

    private static byte[] bytes(BigInteger number) {
        byte[] padded = new byte[BYTES];
        byte[] own = number.toByteArray();
        int length = Math.min(own.length, BYTES);
        System.arraycopy(own, own.length - length, padded, BYTES - length, length);
        return padded;
    }
}
