package dev.aisle.algorithms.artefact;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of arrays in the order in which they are added; each one's length counts, so that no two different lists of arrays look alike. */
public final class Fingerprint {
    private static final int BUFFER_BYTES = 1 << 13;

    private final MessageDigest digest;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

    /** Of nothing so far. */
    public Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** Adds a number. */
    public Fingerprint add(long value) {
        room().putLong(value);
        return this;
    }

    /** Adds integers. */
    public Fingerprint add(int[] values) {
        add((long) values.length);
        for (int value : values) {
            room().putInt(value);
        }
        return this;
    }

    /** Adds longs. */
    public Fingerprint add(long[] values) {
        add((long) values.length);
        for (long value : values) {
            room().putLong(value);
        }
        return this;
    }

    /** Adds floats by their bits. */
    public Fingerprint add(float[] values) {
        add((long) values.length);
        for (float value : values) {
            room().putFloat(value);
        }
        return this;
    }

    /** What was added, in hexadecimal digits; ends this fingerprint. */
    public String hex() {
        digest.update(buffer.flip());
        return HexFormat.of().formatHex(digest.digest());
    }

    private ByteBuffer room() {
        if (buffer.remaining() < Long.BYTES) {
            digest.update(buffer.flip());
            buffer.clear();
        }
        return buffer;
    }
}
