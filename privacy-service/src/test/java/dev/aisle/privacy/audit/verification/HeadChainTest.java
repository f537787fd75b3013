package dev.aisle.privacy.audit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.algorithms.privacy.merkle.HashChain;
import dev.aisle.algorithms.privacy.merkle.HeadKey;
import dev.aisle.algorithms.privacy.merkle.TreeHash;
import dev.aisle.privacy.audit.tree.Head;
import dev.aisle.privacy.audit.tree.StoredHead;
import dev.aisle.privacy.audit.verification.Finding.What;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadChainTest {
    private static final HeadKey FORMER = HeadKey.ofSeed("01".repeat(32));
    private static final HeadKey KEY = HeadKey.ofSeed("02".repeat(32));

    private static List<StoredHead> chain() {
        List<StoredHead> chain = new ArrayList<>();
        String prev = HashChain.GENESIS;
        for (long seq = 0; seq < 4; seq++) {
            Head head = new Head(seq, prev, 10 * (seq + 1), TreeHash.EMPTY, Instant.EPOCH);
            String text = head.canonical();
            byte[] signature = (seq < 2 ? FORMER : KEY).sign(text.getBytes(StandardCharsets.UTF_8));
            chain.add(new StoredHead(
                    seq, text, signature, prev, head.size(), head.root().hex()));
            prev = HashChain.hash(text);
        }
        return chain;
    }

    private static List<Finding> findings(List<StoredHead> heads) {
        HeadChain chain = new HeadChain(List.of(KEY.verifier(), FORMER.verifier()));
        heads.forEach(chain::accept);
        return chain.findings();
    }

    @Test
    void headsOfTodaysAndOfFormerKeysAreBelieved() {
        assertThat(findings(chain())).isEmpty();
        assertThat(new HeadChain(List.of(KEY.verifier())).accept(chain().getFirst()))
                .isFalse();
    }

    @Test
    void aMissingHeadIsNamed() {
        List<StoredHead> heads = chain();
        heads.remove(1);

        assertThat(findings(heads))
                .first()
                .extracting(Finding::what, Finding::head)
                .containsExactly(What.HEAD_DELETED, 1L);
    }

    @Test
    void anEditedHeadIsNamed() {
        List<StoredHead> heads = chain();
        StoredHead two = heads.get(2);
        heads.set(2, new StoredHead(2, two.text().replace("30", "31"), two.signature(), two.prev(), 31, two.root()));

        assertThat(findings(heads))
                .first()
                .extracting(Finding::what, Finding::head)
                .containsExactly(What.HEAD_EDITED, 2L);
    }
}
