package dev.aisle.platform.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class ErasureMarksTest {
    private static final String FIRST = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    private static final String SECOND = HexFormat.of().formatHex(new byte[32]);
    private static final String PERSON = "p1.k1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    /** By Python's hmac: sha256 over "erased-v1", 0x1F and the pseudonym, 24 bytes of it. */
    private static final String MARK = "p1.erased.MRy5OCYRFo1dIc7y9-BCkZXgfY71QaI7";

    @Test
    void aMarkIsTheKeyedHash() {
        assertThat(new ErasureMarks(List.of(FIRST)).of(PERSON)).isEqualTo(MARK);
    }

    @Test
    void aMarkOfAMarkIsItself() {
        var marks = new ErasureMarks(List.of(FIRST, SECOND));

        assertThat(marks.of(MARK)).isEqualTo(MARK);
        assertThat(marks.allOf(MARK)).containsExactly(MARK);
    }

    @Test
    void afterAChangeOfTheKeyOldMarksAreFoundAndNewOnesMade() {
        var changed = new ErasureMarks(List.of(SECOND, FIRST));

        assertThat(changed.of(PERSON)).isNotEqualTo(MARK).startsWith("p1.erased.");
        assertThat(changed.allOf(PERSON)).containsExactly(changed.of(PERSON), MARK);
    }

    @Test
    void onlyRecordsUnderPseudonymsAskToErase() {
        var asks = new ConsumerRecord<>("t", 0, 0, PERSON, new byte[0]);
        var mark = new ConsumerRecord<>("t", 0, 1, MARK, new byte[0]);

        assertThat(ErasureMarks.asking(List.of(mark, asks))).containsExactly(asks);
    }

    @Test
    void anotherFormOfAKeyFailsTheStart() {
        for (String wrong : List.of("", "00", "zz".repeat(32), "00".repeat(33))) {
            assertThatThrownBy(() -> new ErasureMarks(List.of(wrong)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("aisle.erasures.mark-keys");
        }
        assertThatThrownBy(() -> new ErasureMarks(List.of())).isInstanceOf(IllegalStateException.class);
    }
}
