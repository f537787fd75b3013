package dev.aisle.algorithms.privacy.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;

class EnvelopeFuzzTest {
    private static final Optional<SubjectKey> KEY = Optional.of(SubjectKey.of(new byte[32]));
    private static final Place PLACE = new Place("vault", "p1.k1.subject", "email");

    @FuzzTest
    void bytesThatNobodySealedAreNeverOpened(byte[] bytes) {
        assertThat(Envelope.open(KEY, PLACE, bytes)).isInstanceOf(Opening.Unauthentic.class);
    }
}
