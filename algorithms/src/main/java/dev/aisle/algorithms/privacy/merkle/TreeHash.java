package dev.aisle.algorithms.privacy.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A hash of a tree: 32 bytes of SHA-256.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1.1">RFC 9162, 2.1.1</a>
 */
public final class TreeHash {
    public static final int BYTES = 32;
    /** The root of a tree without leaves: the hash of nothing. */
    public static final TreeHash EMPTY = new TreeHash(sha256().digest());

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final byte[] bytes;

    private TreeHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Takes a hash as it is.
     *
     * @throws IllegalArgumentException when it isn't 32 bytes long
     */
    public static TreeHash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("expected a hash of 32 bytes");
        }
        return new TreeHash(bytes.clone());
    }

    /**
     * Takes what somebody says is a hash, of whatever length. It can be compared, and where it isn't {@link #isWhole whole} it equals no
     * hash that was computed; a proof with such a step is refused.
     */
    public static TreeHash claimed(byte[] bytes) {
        return new TreeHash(bytes.clone());
    }

    /**
     * Reads hexadecimal digits.
     *
     * @throws IllegalArgumentException when they are not 64
     */
    public static TreeHash ofHex(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /** The hash of a leaf, SHA-256(0x00 ‖ data). */
    public static TreeHash leaf(byte[] data) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return new TreeHash(digest.digest(data));
    }

    /** The hash of an inner node, SHA-256(0x01 ‖ left ‖ right); the other prefix keeps a node from passing for a leaf. */
    public static TreeHash node(TreeHash left, TreeHash right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left.bytes);
        return new TreeHash(digest.digest(right.bytes));
    }

    /** Whether it is 32 bytes long. */
    public boolean isWhole() {
        return bytes.length == BYTES;
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Hexadecimal digits, 64 of a whole hash. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TreeHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
