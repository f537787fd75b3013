package dev.aisle.algorithms.flags;

import java.nio.charset.StandardCharsets;

/** FNV-1a, 32 bit, over UTF-8 bytes. */
final class Fnv1a {
    private static final int OFFSET_BASIS = 0x811c9dc5;
    private static final int PRIME = 0x01000193;

    private Fnv1a() {}

    /**
     * Hashes a text.
     *
     * @return the hash as an unsigned 32-bit number, {@code 0 ≤ hash < 2³²}
     * @see <a href="http://www.isthe.com/chongo/tech/comp/fnv/">Fowler, Noll, Vo</a>
     */
    static long hash32(String text) {
        int hash = OFFSET_BASIS;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash ^= b & 0xff;
            hash *= PRIME;
        }
        return Integer.toUnsignedLong(hash);
    }
}
