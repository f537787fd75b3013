package dev.aisle.privacy.audit.verification;

import dev.aisle.privacy.audit.log.SubjectOpenings;
import dev.aisle.privacy.audit.log.SubjectOpenings.Opening;
import dev.aisle.privacy.audit.tree.Heads;
import dev.aisle.privacy.audit.tree.Leaves;
import dev.aisle.privacy.audit.tree.StoredHead;
import dev.aisle.privacy.audit.tree.StoredLeaf;
import dev.aisle.privacy.audit.tree.StoredNode;
import dev.aisle.privacy.audit.tree.TreeNodes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Iterator;
import java.util.function.LongConsumer;

/** Every row of the log, a page at a time. */
@ApplicationScoped
class LogRows {
    private static final int PAGE = 5_000;

    private final Leaves leaves;
    private final TreeNodes nodes;
    private final Heads heads;
    private final SubjectOpenings openings;

    LogRows(Leaves leaves, TreeNodes nodes, Heads heads, SubjectOpenings openings) {
        this.leaves = leaves;
        this.nodes = nodes;
        this.heads = heads;
        this.openings = openings;
    }

    /** From now on, and until the transaction ends, the rows are those of one moment. Nothing may have been read before. */
    void holdStill() {
        heads.holdStill();
    }

    /** @param progress is told before each page how many entries came before it */
    Iterator<StoredLeaf> leaves(LongConsumer progress) {
        return new Pages<>(last -> {
            long first = last == null ? 0 : last.index() + 1;
            progress.accept(first);
            return leaves.page(first, PAGE);
        });
    }

    Iterator<StoredNode> nodes() {
        return new Pages<>(last -> nodes.page(last, PAGE));
    }

    Iterator<StoredHead> heads() {
        return new Pages<>(last -> heads.page(last == null ? -1 : last.seq(), PAGE));
    }

    /** How many entries more name nobody than erasures have forgotten. */
    long nameless() {
        return openings.namelessSince();
    }

    Iterator<Opening> openings() {
        return new Pages<>(last -> openings.page(last == null ? -1 : last.leaf(), PAGE));
    }
}
