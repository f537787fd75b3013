package dev.aisle.algorithms.privacy.merkle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A tree in memory, and the definition of RFC 9162 to compare it with. */
final class Trees implements Nodes {
    private final Map<String, TreeHash> nodes = new HashMap<>();
    private final CompactRange range = CompactRange.empty();

    static Trees of(List<TreeHash> leaves) {
        Trees tree = new Trees();
        leaves.forEach(tree::append);
        return tree;
    }

    void append(TreeHash leaf) {
        range.append(leaf, node -> nodes.put(node.level() + "/" + node.index(), node.hash()));
    }

    TreeHash root() {
        return range.root();
    }

    @Override
    public TreeHash hash(int level, long index) {
        return Objects.requireNonNull(nodes.get(level + "/" + index));
    }

    /** MTH as 2.1.1 defines it. */
    static TreeHash definition(List<TreeHash> leaves) {
        if (leaves.size() < 2) {
            return leaves.isEmpty() ? TreeHash.EMPTY : leaves.getFirst();
        }
        int k = Integer.highestOneBit(leaves.size() - 1);
        return TreeHash.node(definition(leaves.subList(0, k)), definition(leaves.subList(k, leaves.size())));
    }
}
