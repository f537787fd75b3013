package dev.aisle.ingest.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LagTest {
    @ParameterizedTest
    @CsvSource({"0, 10, 4, 6", "0, 10, 9, 0", "0, 10, 10, 0", "8, 20, 0, 12", "0, 0, 0, 0", "5, 5, 5, 0"})
    void aMarkerAtTheEndAndWhatTheTopicLetGoAreNoLag(long begin, long end, long committed, long lag) {
        assertThat(Lag.of(begin, end, committed)).isEqualTo(lag);
    }
}
