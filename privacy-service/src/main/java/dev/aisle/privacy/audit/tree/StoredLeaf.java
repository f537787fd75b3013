package dev.aisle.privacy.audit.tree;

import dev.aisle.algorithms.privacy.merkle.TreeHash;
import java.nio.charset.StandardCharsets;

/** A row of the log: its place and its canonical text. */
public record StoredLeaf(long index, String entry) {
    /** The hash of the text. */
    public TreeHash hash() {
        return TreeHash.leaf(entry.getBytes(StandardCharsets.UTF_8));
    }
}
