package dev.aisle.local.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.local.soak.Trend.Point;
import dev.aisle.local.soak.Trend.Verdict;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendTest {
    @Test
    void aConstantIsFlatWithoutDoubt() {
        var trend = Trend.of(hour(_ -> 250));

        assertThat(trend.growth()).isCloseTo(0, within(1e-9));
        assertThat(trend.margin()).isCloseTo(0, within(1e-9));
        assertThat(trend.verdict()).isEqualTo(Verdict.FLAT);
    }

    @Test
    void aLineIsMeasuredExactly() {
        var trend = Trend.of(hour(seconds -> 200 + seconds / 36));

        assertThat(trend.mean()).isCloseTo(250, within(0.5));
        assertThat(trend.growth()).isCloseTo(0.4, within(1e-3));
        assertThat(trend.margin()).isLessThan(1e-3);
        assertThat(trend.verdict()).isEqualTo(Verdict.GROWS);
    }

    @Test
    void aLeakBehindTheSawToothOfAHeapIsFound() {
        assertThat(Trend.of(hour(seconds -> 80 + seconds % 97 + seconds / 40)).verdict())
                .isEqualTo(Verdict.GROWS);
    }

    @Test
    void theSawToothAloneIsNotAGrowth() {
        assertThat(Trend.of(hour(seconds -> 80 + seconds % 97)).verdict()).isNotEqualTo(Verdict.GROWS);
    }

    @Test
    void theIntervalHoldsTheTruthAsOftenAsItSays() {
        var random = new Random(1);
        var held = IntStream.range(0, 1_000)
                .mapToObj(_ -> Trend.of(hour(seconds -> 100 + seconds / 600 + random.nextGaussian())))
                // 1 more in 600 s is 6 an hour of a mean of 103.
                .filter(trend -> Math.abs(trend.growth() - 6 / trend.mean()) <= trend.margin())
                .count();

        assertThat(held).isBetween(930L, 970L);
    }

    @Test
    void tooFewLooksAreRefused() {
        assertThatThrownBy(() -> Trend.of(List.of(new Point(0, 1), new Point(10, 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Point> hour(DoubleUnaryOperator value) {
        return IntStream.range(0, 361)
                .mapToObj(look -> new Point(look * 10, value.applyAsDouble(look * 10)))
                .toList();
    }
}
