package dev.aisle.privacy.audit.tree;

import dev.aisle.algorithms.privacy.merkle.MerkleProofs;
import dev.aisle.algorithms.privacy.merkle.TreeHash;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes proofs that anybody can check without this service. */
@ApplicationScoped
public class ProveEntries {
    private final Leaves leaves;
    private final Heads heads;
    private final TreeNodes nodes;

    ProveEntries(Leaves leaves, Heads heads, TreeNodes nodes) {
        this.leaves = leaves;
        this.heads = heads;
        this.nodes = nodes;
    }

    /** What became of the wish. */
    public sealed interface Outcome {
        /**
         * The leaf is in the tree.
         *
         * @param head of exactly this size, if one was signed
         */
        record Inclusion(StoredLeaf leaf, long size, TreeHash root, List<TreeHash> path, Optional<StoredHead> head)
                implements Outcome {}

        /** The tree of the first size is the beginning of that of the second. */
        record Consistency(long first, long second, TreeHash firstRoot, TreeHash secondRoot, List<TreeHash> path)
                implements Outcome {}

        /** There is no such leaf or size. */
        record NotThere(long size) implements Outcome {}

        /** Stored hashes are missing; the verification says which. */
        record Damaged() implements Outcome {}
    }

    /** Proves that a leaf is in the tree of this size, by default the newest. */
    @Transactional
    public Outcome inclusion(long index, @Nullable Long wantedSize) {
        long signed = signedSize();
        long size = wantedSize == null ? signed : wantedSize;
        Optional<StoredLeaf> leaf = leaves.find(index);
        if (size > signed || index < 0 || index >= size || leaf.isEmpty()) {
            return new Outcome.NotThere(signed);
        }
        try {
            MerkleProofs proofs = new MerkleProofs(nodes);
            return new Outcome.Inclusion(
                    leaf.get(), size, proofs.root(size), proofs.inclusion(index, size), heads.ofSize(size));
        } catch (TreeNodes.MissingNode e) {
            return new Outcome.Damaged();
        }
    }

    /** Proves that nothing was rewritten between two sizes. */
    @Transactional
    public Outcome consistency(long first, @Nullable Long wantedSecond) {
        long signed = signedSize();
        long second = wantedSecond == null ? signed : wantedSecond;
        if (first < 1 || first > second || second > signed) {
            return new Outcome.NotThere(signed);
        }
        try {
            MerkleProofs proofs = new MerkleProofs(nodes);
            return new Outcome.Consistency(
                    first, second, proofs.root(first), proofs.root(second), proofs.consistency(first, second));
        } catch (TreeNodes.MissingNode e) {
            return new Outcome.Damaged();
        }
    }

    private long signedSize() {
        return heads.last().map(StoredHead::size).orElse(0L);
    }
}
