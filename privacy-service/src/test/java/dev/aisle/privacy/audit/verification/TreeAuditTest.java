package dev.aisle.privacy.audit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.algorithms.privacy.merkle.CompactRange;
import dev.aisle.algorithms.privacy.merkle.TreeHash;
import dev.aisle.privacy.audit.tree.KeptHead;
import dev.aisle.privacy.audit.tree.StoredHead;
import dev.aisle.privacy.audit.tree.StoredLeaf;
import dev.aisle.privacy.audit.tree.StoredNode;
import dev.aisle.privacy.audit.verification.Finding.What;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A log of eleven leaves with heads of 3, 7 and 11. */
class TreeAuditTest {
    private static final Set<Long> SIGNED = Set.of(3L, 7L, 11L);

    private final List<StoredLeaf> leaves = new ArrayList<>();
    private final List<StoredNode> nodes = new ArrayList<>();
    private final List<StoredHead> heads = new ArrayList<>();
    private final List<KeptHead> kept = new ArrayList<>();

    TreeAuditTest() {
        for (long i = 0; i < 11; i++) {
            leaves.add(new StoredLeaf(i, "entry " + i));
        }
        build(true);
    }

    private void build(boolean sign) {
        nodes.clear();
        CompactRange range = CompactRange.empty();
        for (StoredLeaf leaf : leaves) {
            range.append(leaf.hash(), node -> nodes.add(new StoredNode(node.completedBy(), node.level(), node.hash())));
            if (sign && SIGNED.contains(range.size())) {
                heads.add(new StoredHead(
                        heads.size(),
                        "",
                        new byte[0],
                        "",
                        range.size(),
                        range.root().hex()));
            }
        }
    }

    private List<Finding> findings() {
        leaves.sort(Comparator.comparingLong(StoredLeaf::index));
        return new TreeAudit(leaves.iterator(), nodes.iterator(), heads.iterator(), kept).findings(11);
    }

    private void assertFirst(What what, long leaf) {
        assertThat(findings().getFirst())
                .extracting(Finding::what, Finding::leaf)
                .containsExactly(what, leaf);
    }

    private void edit(int leaf) {
        leaves.set(leaf, new StoredLeaf(leaf, "forged"));
    }

    private void move(int from, long to) {
        leaves.set(from, new StoredLeaf(to, leaves.get(from).entry()));
    }

    private void editNode(long completedBy, int level) {
        nodes.replaceAll(node -> node.completedBy() == completedBy && node.level() == level
                ? new StoredNode(completedBy, level, TreeHash.EMPTY)
                : node);
    }

    @Test
    void nothingIsWrongWithALogAsItWasSigned() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void editedEntriesAreNamedAndNoOther() {
        edit(4);
        edit(8);

        assertThat(findings()).extracting(Finding::leaf).containsExactly(4L, 8L);
        assertThat(findings()).extracting(Finding::what).containsOnly(What.EDITED);
    }

    @Test
    void aDeletedEntryIsAGap() {
        leaves.remove(5);

        assertThat(findings()).hasSize(1);
        assertFirst(What.DELETED, 5);
    }

    @Test
    void aDeletedEntryIsFoundAlsoWhenItsHashIsGone() {
        leaves.remove(6);
        nodes.removeIf(node -> node.completedBy() == 6);

        assertFirst(What.DELETED, 6);
    }

    @Test
    void aDeletedEntryIsFoundAlsoWhenTheNextOnesMovedUp() {
        leaves.remove(5);
        for (int i = 5; i < 10; i++) {
            move(i, i);
        }

        assertFirst(What.DELETED, 5);
    }

    @Test
    void swappedEntriesAreReordered() {
        move(2, 9);
        move(9, 2);

        assertFirst(What.REORDERED, 2);
        assertThat(findings()).extracting(Finding::leaf).containsExactly(2L, 9L);
    }

    @Test
    void aCutOffEndIsFoundByItsHead() {
        leaves.removeIf(leaf -> leaf.index() >= 8);

        assertThat(findings()).hasSize(1);
        assertFirst(What.TRUNCATED, 8);
    }

    @Test
    void whatNoHeadCoversIsUnsigned() {
        leaves.add(new StoredLeaf(11, "more"));

        assertFirst(What.UNSIGNED, 11);
    }

    @Test
    void changedHashesAreToldFromChangedEntries() {
        editNode(4, 0);
        editNode(7, 2);

        assertThat(findings())
                .extracting(Finding::what, Finding::leaf)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(What.NODE_EDITED, 4L),
                        org.assertj.core.groups.Tuple.tuple(What.NODE_EDITED, 7L));
    }

    @Test
    void aMissingHashIsFound() {
        nodes.removeIf(node -> node.completedBy() == 3 && node.level() == 2);

        assertFirst(What.NODE_DELETED, 3);
    }

    @Test
    void entriesRewrittenWithTheirTreeAreFoundByTheNextHead() {
        edit(5);
        build(false);

        assertFirst(What.REWRITTEN, 3);
        assertThat(findings()).hasSize(1).first().extracting(Finding::head).isEqualTo(1L);
    }

    @Test
    void anotherLogIsFoundByAHeadThatWasKept() {
        kept.add(new KeptHead(7, heads.get(1).root()));
        assertThat(findings()).isEmpty();

        kept.add(new KeptHead(5, "00"));
        assertFirst(What.OTHER_LOG, 0);
    }

    @Test
    void aLogThatIsShorterThanAKeptHeadIsTruncated() {
        kept.add(new KeptHead(20, "00"));

        assertFirst(What.TRUNCATED, 11);
    }
}
