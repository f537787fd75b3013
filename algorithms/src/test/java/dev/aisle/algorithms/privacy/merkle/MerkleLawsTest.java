package dev.aisle.algorithms.privacy.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MerkleLawsTest {
    private static List<TreeHash> leaves(int count) {
        return new ArrayList<>(
                LongStream.range(0, count).mapToObj(MerkleLawsTest::leaf).toList());
    }

    private static TreeHash leaf(long number) {
        return TreeHash.leaf(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    @Property(tries = 200)
    void everyProofThatIsMadeHolds(@ForAll @IntRange(min = 1, max = 300) int size, @ForAll @IntRange(max = 299) int a) {
        List<TreeHash> leaves = leaves(size);
        MerkleProofs proofs = new MerkleProofs(Trees.of(leaves));
        int index = a % size;
        TreeHash root = Trees.definition(leaves);
        TreeHash earlier = Trees.definition(leaves.subList(0, index + 1));

        assertThat(proofs.root(size)).isEqualTo(root);
        assertThat(ProofVerifier.inclusion(leaves.get(index), index, size, proofs.inclusion(index, size), root))
                .isTrue();
        assertThat(ProofVerifier.consistency(index + 1, size, earlier, root, proofs.consistency(index + 1, size)))
                .isTrue();
    }

    @Property(tries = 200)
    void aLogThatWasRewrittenHasNoProof(
            @ForAll @IntRange(min = 2, max = 300) int size, @ForAll @IntRange(max = 298) int a) {
        List<TreeHash> leaves = leaves(size);
        int first = a % (size - 1) + 1;
        TreeHash before = Trees.definition(leaves.subList(0, first));
        leaves.set(a % first, leaf(-1));
        MerkleProofs forged = new MerkleProofs(Trees.of(leaves));

        assertThat(ProofVerifier.consistency(first, size, before, forged.root(size), forged.consistency(first, size)))
                .isFalse();
    }

    @Property(tries = 100)
    void aTreeGrowsOnFromWhatIsKept(@ForAll @IntRange(max = 200) int before, @ForAll @IntRange(max = 200) int more) {
        List<TreeHash> leaves = leaves(before + more);
        Trees kept = Trees.of(leaves);
        CompactRange range = CompactRange.of(before, kept);

        leaves.subList(before, leaves.size()).forEach(leaf -> range.append(leaf, node -> {}));

        assertThat(range.root()).isEqualTo(kept.root());
        assertThat(range.size()).isEqualTo(leaves.size());
    }

    @Test
    void appendingAMillionthLeafRehashesNothingOfTheOthers() {
        AtomicLong hashes = new AtomicLong();
        CompactRange range = CompactRange.empty();

        for (long i = 0; i < 1_000_000; i++) {
            range.append(leaf(i), node -> hashes.incrementAndGet());
        }

        // 2n − (ones in n): each leaf and each inner node that is complete, once.
        assertThat(hashes.get()).isEqualTo(2_000_000L - Long.bitCount(1_000_000));
    }

    @Test
    void whatCanNotBeProvedIsRefused() {
        MerkleProofs proofs = new MerkleProofs(Trees.of(leaves(3)));

        assertThatThrownBy(() -> proofs.inclusion(3, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> proofs.inclusion(-1, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> proofs.consistency(0, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> proofs.consistency(3, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TreeHash.ofHex("00")).isInstanceOf(IllegalArgumentException.class);
    }
}
