package dev.aisle.privacy.audit.usecase;

import dev.aisle.privacy.audit.domain.Commitment;
import dev.aisle.privacy.audit.domain.Finding;
import dev.aisle.privacy.audit.domain.Finding.What;
import dev.aisle.privacy.audit.domain.HeadChain;
import dev.aisle.privacy.audit.domain.KeptHead;
import dev.aisle.privacy.audit.domain.StoredHead;
import dev.aisle.privacy.audit.domain.TreeAudit;
import dev.aisle.privacy.audit.domain.Verdict;
import dev.aisle.privacy.audit.store.PendingEntries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Computes everything again from the rows and says where it isn't what was signed. */
@ApplicationScoped
public class VerifyLog {
    private final LogRows rows;
    private final PendingEntries pending;
    private final HeadFile headFile;
    private final TrustedKeys keys;

    VerifyLog(LogRows rows, PendingEntries pending, HeadFile headFile, TrustedKeys keys) {
        this.rows = rows;
        this.pending = pending;
        this.headFile = headFile;
        this.keys = keys;
    }

    /** Verifies the log, and that it goes on from a head that the caller kept. */
    @Transactional
    public Verdict verify(Optional<KeptHead> kept) {
        List<KeptHead> outside =
                Stream.concat(kept.stream(), headFile.newest().stream()).toList();
        rows.holdStill();
        HeadChain chain = new HeadChain(keys.all());
        List<StoredHead> believed = new ArrayList<>();
        rows.heads().forEachRemaining(head -> {
            if (chain.accept(head)) {
                believed.add(head);
            }
        });
        long size = believed.isEmpty() ? 0 : believed.getLast().size();
        List<Finding> findings = new ArrayList<>(chain.findings());
        findings.addAll(new TreeAudit(rows.leaves(), rows.nodes(), believed.iterator(), outside).findings(size));
        findings.addAll(subjects());
        findings.sort(Finding.ORDER);
        return new Verdict(size, believed.size(), pending.count(), findings);
    }

    private List<Finding> subjects() {
        List<Finding> findings = new ArrayList<>();
        rows.openings().forEachRemaining(opening -> {
            if (!Commitment.hex(opening.salt(), opening.pseudonym()).equals(opening.commitment())) {
                findings.add(
                        new Finding(What.SUBJECT_EDITED, opening.leaf(), null, "the leaf doesn't name this subject"));
            }
        });
        return findings;
    }
}
