package dev.aisle.algorithms.flags;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * MurmurHash3 for x86, 32 bit, over UTF-8 bytes: what Unleash, flagd and Optimizely assign by.
 *
 * @see <a href="https://github.com/aappleby/smhasher/blob/master/src/MurmurHash3.cpp">Appleby</a>
 */
public final class Murmur3 {
    private static final int C1 = 0xcc9e2d51;
    private static final int C2 = 0x1b873593;

    private Murmur3() {}

    /**
     * Hashes a text.
     *
     * @param seed its lower 32 bits count
     * @return an unsigned 32-bit number, {@code 0 ≤ hash < 2³²}
     */
    public static long hash32(String text, long seed) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int hash = (int) seed;
        while (words.remaining() >= Integer.BYTES) {
            hash = Integer.rotateLeft(hash ^ mixed(words.getInt()), 13) * 5 + 0xe6546b64;
        }
        int tail = 0;
        for (int shift = 0; words.hasRemaining(); shift += Byte.SIZE) {
            tail |= (words.get() & 0xff) << shift;
        }
        return Integer.toUnsignedLong(avalanche(hash ^ mixed(tail) ^ bytes.length));
    }

    private static int mixed(int word) {
        return Integer.rotateLeft(word * C1, 15) * C2;
    }

    private static int avalanche(int hash) {
        int one = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        int two = (one ^ (one >>> 13)) * 0xc2b2ae35;
        return two ^ (two >>> 16);
    }
}
