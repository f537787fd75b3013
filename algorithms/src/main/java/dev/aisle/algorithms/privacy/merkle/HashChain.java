package dev.aisle.algorithms.privacy.merkle;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;

/**
 * Records of which each holds its number in {@code seq} and the hash of the one before in {@code prev}:
 * {@code hash = SHA-256(JCS(record))}. That the last ones are missing can't be seen here, only against a head that is kept elsewhere.
 */
public final class HashChain {
    /** The {@code prev} of the first record. */
    public static final String GENESIS = "0".repeat(64);

    private HashChain() {}

    /**
     * A record that was read.
     *
     * @param canonical its canonical text
     * @param hash the hash that was kept with it, in hexadecimal digits
     */
    public record Link(long seq, String prev, String canonical, String hash) {}

    /** The hash of a record's canonical text, in hexadecimal digits. */
    public static String hash(String canonical) {
        return TreeHash.of(TreeHash.sha256().digest(canonical.getBytes(StandardCharsets.UTF_8)))
                .hex();
    }

    /** The number of the first record that isn't what was written, or that follows on a gap. */
    public static OptionalLong firstBad(List<Link> links) {
        String prev = GENESIS;
        long expected = 0;
        for (Link link : links) {
            if (link.seq() != expected
                    || !link.prev().equals(prev)
                    || !hash(link.canonical()).equals(link.hash())) {
                return OptionalLong.of(link.seq());
            }
            prev = link.hash();
            expected++;
        }
        return OptionalLong.empty();
    }
}
