package dev.aisle.recommender.serving.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/**
 * What a caller brings back to get the next page: the numbers of the products that were shown, when, and a check over these and the question. It needs no
 * memory here, so it is good at every instance and after every change of the model. Bytes: a version, seconds since 1970 (8), the numbers (5 each), the
 * first 16 of SHA-256; Base64 for addresses.
 */
public final class PageCursor {
    /** So many products can be paged through. */
    public static final int MOST_SHOWN = 1_000;

    private static final byte VERSION = 1;
    private static final int NUMBER_BYTES = 5;
    private static final int HEADER_BYTES = 9;
    private static final int CHECK_BYTES = 16;
    private static final int LONGEST = (HEADER_BYTES + NUMBER_BYTES * MOST_SHOWN + CHECK_BYTES) * 4 / 3 + 4;

    private PageCursor() {}

    /** What a cursor turned out to be. */
    public sealed interface Read {
        /** The products of earlier pages. */
        @SuppressWarnings("ArrayRecordComponent") // handed over
        record Valid(long[] shown) implements Read {}

        /** It can't be used; the text says what to do. */
        record Refused(String text) implements Read {}
    }

    /**
     * A cursor.
     *
     * @param shown numbers of the products of this and earlier pages, at most {@link #MOST_SHOWN}
     * @param question anything that names the question, without what may differ from page to page
     */
    public static String of(long[] shown, String question, Instant now) {
        ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES + NUMBER_BYTES * shown.length + CHECK_BYTES);
        bytes.put(VERSION).putLong(now.getEpochSecond());
        for (long number : shown) {
            bytes.put((byte) (number >>> Integer.SIZE)).putInt((int) number);
        }
        bytes.put(check(bytes.array(), bytes.position(), question));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Reads a cursor. */
    public static Read read(String cursor, String question, Instant now, Duration age) {
        byte[] bytes = bytes(cursor);
        int body = bytes.length - CHECK_BYTES;
        if (body < HEADER_BYTES || (body - HEADER_BYTES) % NUMBER_BYTES != 0 || bytes[0] != VERSION) {
            return new Read.Refused("isn't a cursor of this service; leave it empty for the first page");
        }
        byte[] check = Arrays.copyOfRange(bytes, body, bytes.length);
        if (!MessageDigest.isEqual(check, check(bytes, body, question))) {
            return new Read.Refused(
                    "belongs to another question; repeat the request of the first page, or leave it empty for a new first page");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 1, body - 1);
        Instant made = Instant.ofEpochSecond(buffer.getLong());
        if (made.plus(age).isBefore(now)) {
            return new Read.Refused("is older than " + age + "; leave it empty for a new first page");
        }
        long[] shown = new long[(body - HEADER_BYTES) / NUMBER_BYTES];
        for (int place = 0; place < shown.length; place++) {
            shown[place] = (buffer.get() & 0xffL) << Integer.SIZE | (buffer.getInt() & 0xffff_ffffL);
        }
        return new Read.Valid(shown);
    }

    private static byte[] bytes(String cursor) {
        if (cursor.length() > LONGEST) {
            return new byte[0];
        }
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] check(byte[] bytes, int length, String question) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(bytes, 0, length);
            return Arrays.copyOf(sha.digest(question.getBytes(StandardCharsets.UTF_8)), CHECK_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
