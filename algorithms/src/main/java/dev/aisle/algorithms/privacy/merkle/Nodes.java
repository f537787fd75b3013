package dev.aisle.algorithms.privacy.merkle;

/** Where the hashes of complete subtrees are kept. */
@FunctionalInterface
public interface Nodes {
    /** The hash of a complete subtree that was appended before. */
    TreeHash hash(int level, long index);
}
