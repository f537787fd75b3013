package dev.aisle.algorithms.privacy.merkle;

/**
 * A subtree of 2^level leaves that are all there; its hash never changes again.
 *
 * @param level 0 for a leaf
 * @param index among the nodes of its level, from 0
 */
public record Node(int level, long index, TreeHash hash) {
    /** The leaf with which it became complete, which with the level names a node. */
    public static long completedBy(int level, long index) {
        return ((index + 1) << level) - 1;
    }

    /** The leaf with which it became complete. */
    public long completedBy() {
        return completedBy(level, index);
    }
}
