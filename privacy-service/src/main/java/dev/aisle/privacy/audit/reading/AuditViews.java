package dev.aisle.privacy.audit.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.aisle.algorithms.privacy.merkle.TreeHash;
import dev.aisle.privacy.audit.tree.FoundEntry;
import dev.aisle.privacy.audit.tree.ProveEntries.Outcome.Consistency;
import dev.aisle.privacy.audit.tree.ProveEntries.Outcome.Inclusion;
import dev.aisle.privacy.audit.tree.StoredHead;
import dev.aisle.privacy.audit.verification.Coverage;
import dev.aisle.privacy.audit.verification.Finding;
import dev.aisle.privacy.audit.verification.Verdict;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answers about the log. Proofs have the names that {@code ./aisle compute}'s privacy.merkle takes. */
final class AuditViews {
    private AuditViews() {}

    /** {@code GET /v1/audit}; {@code next} is the leaf to go on after, when there may be more. */
    record EntriesView(List<EntryView> entries, @Nullable Long next) {}

    /**
     * One entry.
     *
     * @param subject the pseudonym, unless that person was erased
     * @param fields the entry as JSON
     * @param entry its canonical text, whose hash is the leaf
     */
    record EntryView(
            long leaf,
            @Nullable String subject,
            @JsonRawValue String fields,
            String entry) {
        static EntryView of(FoundEntry found) {
            String text = found.leaf().entry();
            return new EntryView(found.leaf().index(), found.subject(), text, text);
        }
    }

    /** {@code GET /v1/audit/heads}. */
    record HeadsView(
            String publicKey,
            List<HeadView> heads,
            @Nullable Long next) {}

    /** A signed head. */
    record HeadView(long seq, long size, String root, String head, String signature) {
        static HeadView of(StoredHead head) {
            return new HeadView(head.seq(), head.size(), head.root(), head.text(), hex(head.signature()));
        }
    }

    /** {@code GET /v1/audit/verify}; {@code first} is the first leaf that something is wrong with. */
    record VerdictView(
            boolean valid,
            long size,
            long heads,
            long pending,
            ConsentsView consents,
            @Nullable FindingView first,
            List<FindingView> findings) {
        static VerdictView of(Verdict verdict) {
            List<FindingView> findings =
                    verdict.findings().stream().map(FindingView::of).toList();
            return new VerdictView(
                    findings.isEmpty(),
                    verdict.size(),
                    verdict.heads(),
                    verdict.pending(),
                    ConsentsView.of(verdict.coverage()),
                    findings.isEmpty() ? null : findings.getFirst(),
                    findings);
        }
    }

    /**
     * How many stored versions of consents were compared with the log.
     *
     * @param covered by the hash in their entry
     * @param partlyCovered by what their entry says: it is from before entries had a hash
     * @param notCovered without an entry, since they are from before there was a log
     */
    record ConsentsView(long covered, long partlyCovered, long notCovered) {
        static ConsentsView of(Coverage coverage) {
            return new ConsentsView(coverage.covered(), coverage.partly(), coverage.uncovered());
        }
    }

    /** One finding; subject and version of one about consents. The leaf is −1 when the log has no entry. */
    record FindingView(
            String what,
            long leaf,
            @Nullable Long head,
            String detail,
            @Nullable String subject,
            @Nullable Long version) {
        static FindingView of(Finding finding) {
            return new FindingView(
                    finding.what().wireName(),
                    finding.leaf(),
                    finding.head(),
                    finding.detail(),
                    finding.subject(),
                    finding.version());
        }
    }

    /** {@code GET /v1/audit/proof}; a head only when one of this size was signed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InclusionView(
            long leafIdx,
            long treeSize,
            String entry,
            String leafHash,
            String root,
            List<String> proof,
            @Nullable String head,
            @Nullable String signature,
            @Nullable String publicKey) {
        static InclusionView of(Inclusion proof, String publicKey) {
            StoredHead head = proof.head().orElse(null);
            return new InclusionView(
                    proof.leaf().index(),
                    proof.size(),
                    proof.leaf().entry(),
                    proof.leaf().hash().hex(),
                    proof.root().hex(),
                    steps(proof.path()),
                    head == null ? null : head.text(),
                    head == null ? null : hex(head.signature()),
                    head == null ? null : publicKey);
        }
    }

    /** {@code GET /v1/audit/consistency}. */
    record ConsistencyView(long size1, long size2, String root1, String root2, List<String> proof) {
        static ConsistencyView of(Consistency proof) {
            return new ConsistencyView(
                    proof.first(),
                    proof.second(),
                    proof.firstRoot().hex(),
                    proof.secondRoot().hex(),
                    steps(proof.path()));
        }
    }

    private static List<String> steps(List<TreeHash> path) {
        return path.stream().map(TreeHash::hex).toList();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
