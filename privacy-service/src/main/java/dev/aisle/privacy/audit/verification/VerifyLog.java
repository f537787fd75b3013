package dev.aisle.privacy.audit.verification;

import dev.aisle.privacy.audit.log.Commitment;
import dev.aisle.privacy.audit.log.PendingEntries;
import dev.aisle.privacy.audit.tree.HeadFile;
import dev.aisle.privacy.audit.tree.HeadKeys;
import dev.aisle.privacy.audit.tree.KeptHead;
import dev.aisle.privacy.audit.tree.StoredHead;
import dev.aisle.privacy.audit.verification.Finding.What;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterators;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Computes everything again from the rows and says where it isn't what was signed. */
@ApplicationScoped
public class VerifyLog {
    private static final int MOST = 100;

    private final LogRows rows;
    private final PendingEntries pending;
    private final HeadFile headFile;
    private final HeadKeys keys;
    private final Instance<CoveredRows> coveredRows;

    VerifyLog(
            LogRows rows, PendingEntries pending, HeadFile headFile, HeadKeys keys, Instance<CoveredRows> coveredRows) {
        this.rows = rows;
        this.pending = pending;
        this.headFile = headFile;
        this.keys = keys;
        this.coveredRows = coveredRows;
    }

    /** Verifies the log, and that it goes on from a head that the caller kept. */
    @Transactional
    public Verdict verify(Optional<KeptHead> kept) {
        return verify(kept, _ -> {});
    }

    /**
     * The same.
     *
     * @param progress is told from time to time how many entries were computed again
     */
    @Transactional
    public Verdict verify(Optional<KeptHead> kept, LongConsumer progress) {
        List<KeptHead> outside =
                Stream.concat(kept.stream(), headFile.newest().stream()).toList();
        rows.holdStill();
        HeadChain chain = new HeadChain(keys.trusted());
        Set<Long> refused = new HashSet<>();
        rows.heads().forEachRemaining(head -> {
            if (!chain.accept(head)) {
                refused.add(head.seq());
            }
        });
        List<Finding> findings = new ArrayList<>(chain.findings());
        TreeAudit tree = new TreeAudit(rows.leaves(progress), rows.nodes(), headsWithout(refused), outside);
        findings.addAll(tree.findings(chain.size()));
        findings.addAll(subjects());
        Coverage coverage = rows(findings);
        findings.sort(Finding.ORDER);
        return new Verdict(chain.size(), chain.believed(), pending.count(), coverage, findings);
    }

    /** Compares what stands beside the log with it; of more than can be read, the first are told. */
    private Coverage rows(List<Finding> findings) {
        List<Finding> found = new ArrayList<>();
        Coverage coverage = Coverage.NONE;
        for (CoveredRows covered : coveredRows) {
            coverage = coverage.plus(covered.compare(finding -> {
                if (found.size() < MOST) {
                    found.add(finding);
                }
            }));
        }
        findings.addAll(found);
        return coverage;
    }

    private Iterator<StoredHead> headsWithout(Set<Long> refused) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows.heads(), 0), false)
                .filter(head -> !refused.contains(head.seq()))
                .iterator();
    }

    private List<Finding> subjects() {
        List<Finding> findings = new ArrayList<>();
        rows.openings().forEachRemaining(opening -> {
            if (!Commitment.hex(opening.salt(), opening.pseudonym()).equals(opening.commitment())) {
                findings.add(Finding.ofHead(
                        What.SUBJECT_EDITED, opening.leaf(), null, "the leaf doesn't name this subject"));
            }
        });
        long nameless = rows.nameless();
        if (nameless != 0) {
            findings.add(Finding.ofHead(
                    What.SUBJECT_DELETED,
                    Finding.NO_LEAF,
                    null,
                    nameless + " entries more name nobody than erasures have forgotten"));
        }
        return findings;
    }
}
