package dev.aisle.privacy.audit.verification;

import dev.aisle.algorithms.privacy.merkle.TreeHash;
import dev.aisle.privacy.audit.verification.Finding.What;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Leaves whose text doesn't have the stored hash, until it is known which of the two was changed. */
final class Suspects {
    private static final int AT_MOST = 1_000;

    private final Map<Long, TreeHash> rows = new HashMap<>();
    private final Map<Long, TreeHash> stored = new HashMap<>();
    private final List<Long> open = new ArrayList<>();
    private final List<Long> edited = new ArrayList<>();

    void add(long leaf, TreeHash row, TreeHash node) {
        if (rows.size() < AT_MOST) {
            rows.put(leaf, row);
            stored.put(leaf, node);
            open.add(leaf);
        }
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    /** The signed root is that of the entries: the stored hashes were changed. */
    List<Finding> acquit() {
        List<Finding> findings = open.stream()
                .map(leaf -> Finding.ofLeaf(
                        What.NODE_EDITED, leaf, "the stored hash isn't that of the entry, which is as signed"))
                .toList();
        open.clear();
        return findings;
    }

    /** It isn't: the entries were changed. */
    void convict() {
        edited.addAll(open);
        open.clear();
    }

    /** How each of those entries was changed. */
    List<Finding> findings() {
        return edited.stream()
                .map(leaf -> Finding.ofLeaf(kind(leaf), leaf, detail(leaf)))
                .toList();
    }

    private What kind(long leaf) {
        if (isOf(leaf, leaf + 1) && !isOf(leaf + 1, leaf)) {
            return What.DELETED;
        }
        return home(leaf) < 0 ? What.EDITED : What.REORDERED;
    }

    private String detail(long leaf) {
        return switch (kind(leaf)) {
            case DELETED -> "the entry that was here is gone, and the next ones moved up";
            case REORDERED -> "the entry belongs to leaf " + home(leaf);
            default -> "the entry isn't the one whose hash was signed";
        };
    }

    /** Whether the entry that is here was signed there. */
    private boolean isOf(long here, long there) {
        TreeHash row = rows.get(here);
        TreeHash node = stored.get(there);
        return row != null && node != null && row.equals(node);
    }

    private long home(long leaf) {
        return edited.stream()
                .filter(other -> other != leaf && isOf(leaf, other))
                .findFirst()
                .orElse(-1L);
    }
}
