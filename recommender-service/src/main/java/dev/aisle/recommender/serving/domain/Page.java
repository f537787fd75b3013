package dev.aisle.recommender.serving.domain;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

/**
 * Where in a sequence of pages a list stands. What was shown is remembered as numbers of 40 bits, so that an unshown product is taken for a
 * shown one about once in 10⁹ comparisons, and a shown one is never shown again.
 *
 * @param requestId of this page; decides what chance shows
 * @param shown ascending numbers of the products of earlier pages
 * @param question names what it is a page of, for the cursor of the next one
 */
@SuppressWarnings("ArrayRecordComponent") // sorted once, then only read
public record Page(String requestId, long[] shown, String question) {
    private static final long PRIME = 0x100000001b3L;
    private static final long BASIS = 0xcbf29ce484222325L;
    private static final int UNUSED_BITS = 24;

    /** The first page of a new request. */
    public static Page first() {
        return first("");
    }

    /** The first page of a question. */
    public static Page first(String question) {
        return after(new long[0], question);
    }

    /** A page after others. */
    public static Page after(long[] shown, String question) {
        long[] sorted = shown.clone();
        Arrays.sort(sorted);
        return new Page(UUID.randomUUID().toString(), sorted, question);
    }

    /** Whether an earlier page showed it. */
    public boolean hasShown(String productId) {
        return shown.length > 0 && Arrays.binarySearch(shown, numberOf(productId)) >= 0;
    }

    /** What the next page has to know: this page's products and those before. */
    public long[] with(List<String> productIds) {
        return LongStream.concat(LongStream.of(shown), productIds.stream().mapToLong(Page::numberOf))
                .sorted()
                .distinct()
                .toArray();
    }

    /** A seed that this page always has. */
    public long seed() {
        return hash(requestId);
    }

    /** 40 bits of FNV-1a with a last stirring. */
    static long numberOf(String productId) {
        return hash(productId) >>> UNUSED_BITS;
    }

    private static long hash(String text) {
        long hash = BASIS;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * PRIME;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 33);
    }
}
