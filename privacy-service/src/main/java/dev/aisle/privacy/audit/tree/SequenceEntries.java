package dev.aisle.privacy.audit.tree;

import dev.aisle.algorithms.privacy.merkle.CompactRange;
import dev.aisle.algorithms.privacy.merkle.HashChain;
import dev.aisle.algorithms.privacy.merkle.Node;
import dev.aisle.algorithms.privacy.merkle.TreeHash;
import dev.aisle.privacy.audit.log.PendingEntries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives committed entries their places in the tree and signs the head. One instance at a time; only what is committed is seen, so a
 * transaction that commits late gets a later place, and no place stays empty.
 */
@ApplicationScoped
public class SequenceEntries {
    /** More come in the next batch; how many more is what the caller asks. */
    public static final int BATCH = 5_000;

    private final PendingEntries pending;
    private final Leaves leaves;
    private final TreeNodes nodes;
    private final Heads heads;
    private final HeadKeys keys;

    SequenceEntries(PendingEntries pending, Leaves leaves, TreeNodes nodes, Heads heads, HeadKeys keys) {
        this.pending = pending;
        this.leaves = leaves;
        this.nodes = nodes;
        this.heads = heads;
        this.keys = keys;
    }

    /**
     * One batch, one head; how many entries that were.
     *
     * @throws IllegalStateException when the stored tree isn't the one that was signed: nothing is put on top of it
     */
    @Transactional
    public int sequence() {
        if (!heads.tryLock()) {
            return 0;
        }
        List<String> entries = pending.take(BATCH);
        if (!entries.isEmpty()) {
            append(entries, heads.last());
        }
        return entries.size();
    }

    private void append(List<String> entries, Optional<StoredHead> last) {
        CompactRange range = CompactRange.of(last.map(StoredHead::size).orElse(0L), nodes);
        if (last.isPresent() && !range.root().hex().equals(last.get().root())) {
            throw new IllegalStateException(
                    "The stored audit tree isn't the one that was signed; see /v1/audit/verify");
        }
        List<Node> completed = new ArrayList<>();
        leaves.append(range.size(), entries);
        entries.forEach(entry -> range.append(TreeHash.leaf(entry.getBytes(StandardCharsets.UTF_8)), completed::add));
        nodes.add(completed);
        sign(last.map(head -> next(head, range))
                .orElseGet(() -> Head.first(range.size(), range.root(), Instant.now())));
    }

    private static Head next(StoredHead last, CompactRange range) {
        return new Head(last.seq() + 1, HashChain.hash(last.text()), range.size(), range.root(), Instant.now());
    }

    private void sign(Head head) {
        String text = head.canonical();
        heads.add(head.seq(), text, keys.signing().sign(text.getBytes(StandardCharsets.UTF_8)));
    }
}
