package dev.aisle.training.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangesTest {
    @ParameterizedTest
    @CsvSource({"1000,8", "1000,1", "3,8", "1,1", "17,17"})
    void everyItemIsInOneRangeAndNoRangeIsEmpty(int items, int most) {
        SplittableRandom random = new SplittableRandom(5);
        double[] work = random.doubles(items)
                .map(chance -> chance < 0.3 ? 0 : 1 / chance)
                .toArray();

        Ranges ranges = Ranges.of(work, most);

        assertThat(ranges.count()).isBetween(1, most);
        assertThat(ranges.first(0)).isZero();
        assertThat(ranges.starts()[ranges.count()]).isEqualTo(items);
        for (int range = 0; range < ranges.count(); range++) {
            assertThat(ranges.size(range)).isPositive();
        }
    }

    @Test
    void rangesHaveAboutTheSameWork() {
        double[] work = new double[1_000];
        Arrays.setAll(work, item -> 1_000.0 / (item + 10));

        Ranges ranges = Ranges.of(work, 4);

        double all = Arrays.stream(work).sum();
        for (int range = 0; range < ranges.count(); range++) {
            double own = Arrays.stream(work, ranges.first(range), ranges.first(range + 1))
                    .sum();
            assertThat(own / all).isBetween(0.15, 0.35);
        }
    }

    @Test
    void itemsWithoutAnyWorkAreCutAsWell() {
        assertThat(Ranges.of(new double[100], 4).count()).isEqualTo(4);
    }
}
