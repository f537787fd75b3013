package dev.aisle.privacy.audit.verification;

import dev.aisle.algorithms.privacy.merkle.CompactRange;
import dev.aisle.algorithms.privacy.merkle.Node;
import dev.aisle.algorithms.privacy.merkle.TreeHash;
import dev.aisle.privacy.audit.tree.KeptHead;
import dev.aisle.privacy.audit.tree.StoredHead;
import dev.aisle.privacy.audit.tree.StoredLeaf;
import dev.aisle.privacy.audit.tree.StoredNode;
import dev.aisle.privacy.audit.verification.Finding.What;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Computes the tree again from the entries, beside the tree of the stored hashes, and lets the signed heads say which of the two was
 * changed where they differ. One pass over the entries, the nodes and the heads in their order; what it holds doesn't grow with the log.
 */
final class TreeAudit {
    private final Ahead<StoredLeaf> leaves;
    private final Ahead<StoredNode> nodes;
    private final Ahead<StoredHead> heads;
    private final List<KeptHead> kept;
    private final Suspects suspects = new Suspects();
    private final List<Finding> findings = new ArrayList<>();
    private CompactRange entries = CompactRange.empty();
    private final CompactRange stored = CompactRange.empty();
    private long settled;
    private boolean comparable = true;

    /**
     * @param heads only such as can be believed, by size
     * @param kept heads from outside
     */
    public TreeAudit(
            Iterator<StoredLeaf> leaves, Iterator<StoredNode> nodes, Iterator<StoredHead> heads, List<KeptHead> kept) {
        this.leaves = new Ahead<>(leaves, StoredLeaf::index);
        this.nodes = new Ahead<>(nodes, StoredNode::completedBy);
        this.heads = new Ahead<>(heads, StoredHead::size);
        this.kept = kept;
    }

    /** Goes through the log as far as its last head, or a kept one, says that it goes; at most 100 findings, by leaf. */
    public List<Finding> findings(long size) {
        long end = Math.max(size, kept.stream().mapToLong(KeptHead::size).max().orElse(0));
        for (long leaf = 0; leaf < end; leaf++) {
            if (leaves.isDone()) {
                findings.add(Finding.ofLeaf(What.TRUNCATED, leaf, "signed up to leaf " + (end - 1)));
                break;
            }
            visit(leaf);
        }
        if (!leaves.isDone()) {
            findings.add(Finding.ofLeaf(What.UNSIGNED, end, "entries that no head covers"));
        }
        suspects.convict();
        findings.addAll(suspects.findings());
        return findings.stream().sorted(Finding.ORDER).limit(100).toList();
    }

    private void visit(long leaf) {
        Map<Integer, TreeHash> storedNodes = new HashMap<>();
        nodes.at(leaf).forEach(node -> storedNodes.put(node.level(), node.hash()));
        Optional<TreeHash> row = leaves.at(leaf).stream().findFirst().map(StoredLeaf::hash);
        Optional<TreeHash> node = Optional.ofNullable(storedNodes.get(0));
        if (row.isEmpty()) {
            findings.add(Finding.ofLeaf(What.DELETED, leaf, "there is no entry with this number"));
        } else if (node.isEmpty()) {
            findings.add(Finding.ofLeaf(What.NODE_DELETED, leaf, "level 0"));
        } else if (!row.equals(node)) {
            suspects.add(leaf, row.get(), node.get());
        }
        comparable &= row.isPresent() || node.isPresent();
        grow(row.or(() -> node).orElse(TreeHash.EMPTY), node.or(() -> row).orElse(TreeHash.EMPTY), storedNodes);
        heads.at(leaf + 1).forEach(head -> settle(head.size(), head.root(), head.seq()));
        kept.stream().filter(head -> head.size() == leaf + 1).forEach(this::compare);
    }

    private void grow(TreeHash row, TreeHash node, Map<Integer, TreeHash> storedNodes) {
        Map<Integer, TreeHash> ofEntries = new HashMap<>();
        entries.append(row, inner -> ofEntries.put(inner.level(), inner.hash()));
        stored.append(node, inner -> check(inner, ofEntries.get(inner.level()), storedNodes.get(inner.level())));
    }

    /** An inner node must be that of the entries or that of the stored leaves. */
    private void check(Node ofStored, @Nullable TreeHash ofEntries, @Nullable TreeHash found) {
        if (ofStored.level() == 0 || !comparable) {
            return;
        }
        if (found == null) {
            findings.add(Finding.ofLeaf(What.NODE_DELETED, ofStored.completedBy(), "level " + ofStored.level()));
        } else if (!found.equals(ofStored.hash()) && !found.equals(ofEntries)) {
            findings.add(Finding.ofLeaf(What.NODE_EDITED, ofStored.completedBy(), "level " + ofStored.level()));
        }
    }

    private void settle(long size, String root, long seq) {
        if (!comparable) {
            return;
        }
        if (entries.root().hex().equals(root)) {
            findings.addAll(suspects.acquit());
        } else if (stored.root().hex().equals(root)) {
            suspects.convict();
            entries = stored.copy();
        } else {
            comparable = false;
            if (suspects.isEmpty()) {
                findings.add(
                        Finding.ofHead(What.REWRITTEN, settled, seq, "between leaf " + settled + " and " + (size - 1)));
            }
            suspects.convict();
        }
        settled = size;
    }

    private void compare(KeptHead head) {
        if (comparable && !entries.root().hex().equals(head.root())) {
            findings.add(Finding.ofLeaf(
                    What.OTHER_LOG, 0, "of " + head.size() + " leaves the root was another when it was kept"));
        }
    }
}
