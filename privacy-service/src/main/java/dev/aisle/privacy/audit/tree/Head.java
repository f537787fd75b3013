package dev.aisle.privacy.audit.tree;

import dev.aisle.algorithms.privacy.merkle.CanonicalJson;
import dev.aisle.algorithms.privacy.merkle.HashChain;
import dev.aisle.algorithms.privacy.merkle.TreeHash;
import dev.aisle.privacy.audit.log.AuditEntry;
import java.time.Instant;
import java.util.Map;

/**
 * The state of the log at a moment.
 *
 * @param seq 0 for the first
 * @param prev hash of the head before
 * @param size leaves
 */
public record Head(long seq, String prev, long size, TreeHash root, Instant at) {
    /** The first head. */
    public static Head first(long size, TreeHash root, Instant at) {
        return new Head(0, HashChain.GENESIS, size, root, at);
    }

    /** The text that is signed. */
    public String canonical() {
        return CanonicalJson.write(
                Map.of("prev", prev, "root", root.hex(), "seq", seq, "size", size, "ts", AuditEntry.time(at)));
    }
}
