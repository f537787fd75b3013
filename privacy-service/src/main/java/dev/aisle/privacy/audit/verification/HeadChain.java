package dev.aisle.privacy.audit.verification;

import dev.aisle.algorithms.privacy.merkle.HashChain;
import dev.aisle.algorithms.privacy.merkle.HeadVerifier;
import dev.aisle.privacy.audit.tree.StoredHead;
import dev.aisle.privacy.audit.verification.Finding.What;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Checks heads in their order: signature, number, and the hash of the one before. */
final class HeadChain {
    private final List<HeadVerifier> keys;
    private final List<Finding> findings = new ArrayList<>();
    private String prev = HashChain.GENESIS;
    private long expected;
    private long size;
    private long believed;

    /** @param keys today's and former ones */
    public HeadChain(List<HeadVerifier> keys) {
        this.keys = List.copyOf(keys);
    }

    /** Whether the next head can be believed. */
    public boolean accept(StoredHead head) {
        boolean signed = keys.stream()
                .anyMatch(key -> key.verify(head.text().getBytes(StandardCharsets.UTF_8), head.signature()));
        if (!signed) {
            find(What.HEAD_EDITED, head.seq(), "the signature isn't of this head");
        } else if (head.seq() != expected) {
            find(What.HEAD_DELETED, expected, "the next head is number " + head.seq());
        } else if (!head.prev().equals(prev)) {
            find(What.HEAD_DELETED, head.seq(), "it follows on another head than the one before");
        }
        prev = HashChain.hash(head.text());
        expected = head.seq() + 1;
        size = signed ? head.size() : size;
        believed += signed ? 1 : 0;
        return signed;
    }

    private void find(What what, long seq, String detail) {
        findings.add(Finding.ofHead(what, size, seq, detail));
    }

    /** The leaves of the last head that can be believed. */
    public long size() {
        return size;
    }

    /** How many heads can be believed. */
    public long believed() {
        return believed;
    }

    /** What is wrong so far. */
    public List<Finding> findings() {
        return findings;
    }
}
