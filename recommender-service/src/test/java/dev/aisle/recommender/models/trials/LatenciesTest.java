package dev.aisle.recommender.models.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void withoutAnyThereIsNoDuration() {
        assertThat(new Latencies().millisWithin(0.99)).isZero();
    }

    @Property(tries = 200)
    void aQuantileIsAtMostHalfAnOctaveTooHigh(
            @ForAll @NotEmpty List<@LongRange(min = 1_000, max = 60_000_000_000L) Long> nanos) {
        Latencies latencies = new Latencies();
        nanos.forEach(latencies::add);

        double largest = nanos.stream().mapToLong(Long::longValue).max().orElseThrow() / 1e6;

        assertThat(latencies.millisWithin(1)).isBetween(largest * 0.999_999, largest * Math.sqrt(2) * 1.000_001);
        assertThat(latencies.millisWithin(0.5)).isLessThanOrEqualTo(latencies.millisWithin(0.99));
    }

    @Test
    void countsOfInstancesAddUp() {
        Latencies one = new Latencies();
        one.add(5_000_000);
        Latencies both = new Latencies().add(one.counts()).add(one.counts());

        assertThat(Arrays.stream(both.counts()).sum()).isEqualTo(2);
        assertThat(both.millisWithin(0.5)).isEqualTo(one.millisWithin(0.5));
    }
}
