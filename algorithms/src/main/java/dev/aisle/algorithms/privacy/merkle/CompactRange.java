package dev.aisle.algorithms.privacy.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A growing tree of which only the frontier is held: the complete subtrees of the bits of its size, at most 63 hashes. Appending takes
 * two hashes a leaf on average, however many leaves there are.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1.2">RFC 9162, 2.1.2</a>
 */
public final class CompactRange {
    private final List<TreeHash> frontier;
    private long size;

    private CompactRange(List<TreeHash> frontier, long size) {
        this.frontier = frontier;
        this.size = size;
    }

    /** Of no leaf. */
    public static CompactRange empty() {
        return new CompactRange(new ArrayList<>(), 0);
    }

    /** Of a tree whose nodes are kept somewhere; reads one a bit of the size. */
    public static CompactRange of(long size, Nodes nodes) {
        List<TreeHash> frontier = new ArrayList<>();
        for (int level = Long.SIZE - 2; level >= 0; level--) {
            if (((size >> level) & 1) == 1) {
                frontier.add(nodes.hash(level, (size >> level) - 1));
            }
        }
        return new CompactRange(frontier, size);
    }

    /** The same tree, to be grown apart from this one. */
    public CompactRange copy() {
        return new CompactRange(new ArrayList<>(frontier), size);
    }

    /** How many leaves there are. */
    public long size() {
        return size;
    }

    /**
     * Appends a leaf.
     *
     * @param completed gets the leaf itself and each inner node that is complete with it, lowest first
     */
    public void append(TreeHash leaf, Consumer<Node> completed) {
        TreeHash hash = leaf;
        completed.accept(new Node(0, size, hash));
        for (int level = 1; ((size >> (level - 1)) & 1) == 1; level++) {
            hash = TreeHash.node(frontier.removeLast(), hash);
            completed.accept(new Node(level, size >> level, hash));
        }
        frontier.add(hash);
        size++;
    }

    /** The root, MTH(D[n]). */
    public TreeHash root() {
        if (frontier.isEmpty()) {
            return TreeHash.EMPTY;
        }
        TreeHash root = frontier.getLast();
        for (int i = frontier.size() - 2; i >= 0; i--) {
            root = TreeHash.node(frontier.get(i), root);
        }
        return root;
    }
}
