package dev.aisle.algorithms.privacy.merkle;

import java.util.ArrayList;
import java.util.List;

/** Makes proofs about a tree of any size up to that of the log, from the hashes of its complete subtrees. */
public final class MerkleProofs {
    private final Nodes nodes;

    public MerkleProofs(Nodes nodes) {
        this.nodes = nodes;
    }

    /** The root of the first leaves. */
    public TreeHash root(long size) {
        return size == 0 ? TreeHash.EMPTY : range(0, size);
    }

    /**
     * PATH(index, D[size]): what one needs beside a leaf to compute the root.
     *
     * @throws IllegalArgumentException unless {@code 0 ≤ index < size}
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1.3.1">RFC 9162, 2.1.3.1</a>
     */
    public List<TreeHash> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("expected 0 ≤ index < size");
        }
        List<TreeHash> path = new ArrayList<>();
        long start = 0;
        long end = size;
        while (end - start > 1) {
            long middle = start + split(end - start);
            if (index < middle) {
                path.add(range(middle, end));
                end = middle;
            } else {
                path.add(range(start, middle));
                start = middle;
            }
        }
        return path.reversed();
    }

    /**
     * PROOF(first, D[second]): that the first leaves of the larger tree are the smaller one.
     *
     * @throws IllegalArgumentException unless {@code 0 < first ≤ second}
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1.4.1">RFC 9162, 2.1.4.1</a>
     */
    public List<TreeHash> consistency(long first, long second) {
        if (first <= 0 || first > second) {
            throw new IllegalArgumentException("expected 0 < first ≤ second");
        }
        List<TreeHash> path = new ArrayList<>();
        long start = 0;
        long end = second;
        while (first != end) {
            long middle = start + split(end - start);
            if (first <= middle) {
                path.add(range(middle, end));
                end = middle;
            } else {
                path.add(range(start, middle));
                start = middle;
            }
        }
        if (start > 0) {
            path.add(range(start, end));
        }
        return path.reversed();
    }

    /** MTH(D[start:end]) of a range that begins where a split put it, so that its larger half is complete. */
    private TreeHash range(long start, long end) {
        long count = end - start;
        if (Long.bitCount(count) == 1) {
            int level = Long.numberOfTrailingZeros(count);
            return nodes.hash(level, start >> level);
        }
        long middle = start + split(count);
        return TreeHash.node(range(start, middle), range(middle, end));
    }

    /** The largest power of two smaller than a count above 1. */
    private static long split(long count) {
        return Long.highestOneBit(count - 1);
    }
}
