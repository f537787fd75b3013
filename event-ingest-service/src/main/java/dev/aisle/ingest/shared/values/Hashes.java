package dev.aisle.ingest.shared.values;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, whole and short. */
public final class Hashes {
    private Hashes() {}

    public static ByteString sha256(byte[] bytes) {
        return ByteString.copyFrom(digest(bytes));
    }

    /** The first 64 bits: tells a few hundred thousand things apart in little memory. */
    public static long shortOf(String text) {
        return ByteBuffer.wrap(digest(text.getBytes(StandardCharsets.UTF_8))).getLong();
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
