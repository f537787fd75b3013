package dev.aisle.algorithms.flags;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Fnv1aTest {
    @Test
    void theEmptyTextHashesToTheOffsetBasis() {
        assertThat(Fnv1a.hash32("")).isEqualTo(2166136261L);
    }

    @Test
    void publishedValuesOfTheReferenceImplementationAreMet() {
        assertThat(Fnv1a.hash32("a")).isEqualTo(0xe40c292cL);
        assertThat(Fnv1a.hash32("foobar")).isEqualTo(0xbf9cf968L);
    }
}
