package dev.aisle.platform.packed;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Keys as bytes. A pseudonym or a mark, {@code <prefix><32 characters of base64url>}, takes 25: the number of its prefix and what the
 * characters stand for. Any other text takes its UTF-8 and five more.
 */
final class PackedKeys {
    private static final int CODE_CHARACTERS = 32;
    private static final int CODE_BYTES = 24;
    private static final int PACKED_BYTES = 1 + CODE_BYTES;
    /** In place of a prefix's number: a text as it is. */
    private static final int PLAIN = 255;

    private static final int PLAIN_HEAD = 1 + Integer.BYTES;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final Base64.Encoder CODE = Base64.getUrlEncoder().withoutPadding();
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final byte[] VALUES = values();

    private final Names prefixes = new Names();

    private static byte[] values() {
        byte[] values = new byte[128];
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < ALPHABET.length(); i++) {
            values[ALPHABET.charAt(i)] = (byte) i;
        }
        return values;
    }

    /** Returns the bytes of a key that is written. */
    byte[] packed(String key) {
        byte[] packed = code(key);
        if (packed == null) {
            return plain(key);
        }
        String prefix = prefix(key);
        int number = prefixes.find(prefix);
        if (number == Names.UNKNOWN) {
            if (prefixes.size() >= PLAIN) {
                return plain(key);
            }
            number = prefixes.numberOf(prefix);
        }
        packed[0] = (byte) number;
        return packed;
    }

    /** Returns the bytes under which a key would stand; {@code null} when its prefix was never written. */
    byte @Nullable [] find(String key) {
        byte[] packed = code(key);
        if (packed == null) {
            return plain(key);
        }
        int number = prefixes.beginOf(key, key.length() - CODE_CHARACTERS);
        if (number == Names.UNKNOWN) {
            return prefixes.size() < PLAIN ? null : plain(key);
        }
        packed[0] = (byte) number;
        return packed;
    }

    private static String prefix(String key) {
        return key.substring(0, key.length() - CODE_CHARACTERS);
    }

    /** Returns what the last characters stand for, behind room for a prefix's number; {@code null} when they aren't base64url. */
    private static byte @Nullable [] code(String key) {
        int from = key.length() - CODE_CHARACTERS;
        if (from < 0) {
            return null;
        }
        byte[] packed = new byte[PACKED_BYTES];
        for (int at = 1, i = from; at < PACKED_BYTES; at += 3, i += 4) {
            int bits = value(key.charAt(i)) << 18
                    | value(key.charAt(i + 1)) << 12
                    | value(key.charAt(i + 2)) << 6
                    | value(key.charAt(i + 3));
            if (bits < 0) {
                return null;
            }
            packed[at] = (byte) (bits >>> 16);
            packed[at + 1] = (byte) (bits >>> 8);
            packed[at + 2] = (byte) bits;
        }
        return packed;
    }

    /** Returns the six bits of a character; a negative number of one that is none of the alphabet. */
    private static int value(char character) {
        return character < VALUES.length ? VALUES[character] : -1;
    }

    private static byte[] plain(String key) {
        byte[] text = key.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(PLAIN_HEAD + text.length)
                .put((byte) PLAIN)
                .putInt(text.length)
                .put(text)
                .array();
    }

    /** Returns a hash of a key: MurmurHash3's mixing of 64 bits over its words. */
    static long hash(byte[] key) {
        long hash = key.length;
        int at = 0;
        for (; at + Long.BYTES <= key.length; at += Long.BYTES) {
            hash = mixed(hash ^ (long) WORDS.get(key, at));
        }
        for (; at < key.length; at++) {
            hash = hash * 31 + key[at];
        }
        return mixed(hash);
    }

    private static long mixed(long hash) {
        long half = (hash ^ hash >>> 33) * 0xFF51AFD7ED558CCDL;
        long whole = (half ^ half >>> 33) * 0xC4CEB9FE1A85EC53L;
        return whole ^ whole >>> 33;
    }

    /** Returns how many bytes a key takes that stands at a place. */
    static int length(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) == PLAIN ? PLAIN_HEAD + ByteBuffer.wrap(bytes).getInt(at + 1) : PACKED_BYTES;
    }

    /** Returns the text of a key that stands at a place. */
    String text(byte[] bytes, int at) {
        int number = bytes[at] & 0xFF;
        if (number == PLAIN) {
            return new String(bytes, at + PLAIN_HEAD, length(bytes, at) - PLAIN_HEAD, StandardCharsets.UTF_8);
        }
        byte[] code = Arrays.copyOfRange(bytes, at + 1, at + PACKED_BYTES);
        return prefixes.text(number) + CODE.encodeToString(code);
    }
}
