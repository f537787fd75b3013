package dev.aisle.algorithms.privacy.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

class WrappedKeyFuzzTest {
    private static final MasterKeys MASTERS = MasterKeys.of("m1", List.of("m1:" + "0f".repeat(32)));

    @FuzzTest
    void bytesThatNobodyWrappedAreNoKey(byte[] bytes) {
        assertThat(MASTERS.unwrap(new WrappedKey("m1", bytes))).isEmpty();
    }
}
