package dev.aisle.algorithms.customers.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.customers.Estimate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PeriodTest {
    private static final int TRIALS = 400;

    private static double[] times(SplittableRandom random, int count, double span) {
        return random.doubles(count, 0, span).sorted().toArray();
    }

    private static double[] noise(SplittableRandom random, int count) {
        return IntStream.range(0, count).mapToDouble(n -> random.nextGaussian()).toArray();
    }

    private static double share(ToDoubleFunction<SplittableRandom> falseAlarm) {
        return IntStream.range(0, TRIALS)
                        .filter(trial -> falseAlarm.applyAsDouble(new SplittableRandom(trial)) < 0.05)
                        .count()
                / (double) TRIALS;
    }

    @Test
    void unevenTimesShowTheirPeriod() {
        SplittableRandom random = new SplittableRandom(1);
        double[] times = times(random, 150, 200);
        double[] noise = noise(random, 150);
        double[] values = IntStream.range(0, 150)
                .mapToDouble(n -> 5 + Math.sin(2 * Math.PI * times[n] / 7 + 1) + noise[n])
                .toArray();

        Period found = new LombScargle(times, values).strongest(2, 60);

        assertThat(found.length()).isCloseTo(7, within(0.1));
        assertThat(found.falseAlarm()).isLessThan(1e-4);
        assertThat(found.strength()).isBetween(0.2, 0.6);
    }

    @Test
    void aSineAloneExplainsEverything() {
        double[] times = times(new SplittableRandom(2), 40, 50);
        double[] values = Arrays.stream(times)
                .map(t -> 3 + 2 * Math.cos(2 * Math.PI * t / 5))
                .toArray();

        assertThat(new LombScargle(times, values).power(1 / 5.0)).isCloseTo(1, within(1e-9));
    }

    @Test
    void noiseRarelyLooksPeriodic() {
        assertThat(share(random -> new LombScargle(times(random, 60, 100), noise(random, 60))
                        .strongest(3, 50)
                        .falseAlarm()))
                .isLessThanOrEqualTo(0.08);
        assertThat(share(random ->
                        Autocorrelation.strongest(noise(random, 120), 2, 30).falseAlarm()))
                .isLessThanOrEqualTo(0.08);
    }

    @Test
    void theFalseAlarmIsABoundThatIsNotFarOff() {
        assertThat(share(random -> new LombScargle(times(random, 60, 100), noise(random, 60))
                                .strongest(3, 50)
                                .falseAlarm()
                        / 4))
                .isGreaterThan(0.05);
    }

    @Test
    void visitsOfEveryWeekendAreAWeeklyPeriod() {
        SplittableRandom random = new SplittableRandom(3);
        double[] visits = IntStream.range(0, 120)
                .mapToDouble(day -> random.nextDouble() < (day % 7 == 5 ? 0.8 : 0.1) ? 1 : 0)
                .toArray();

        Period found = Autocorrelation.strongest(visits, 2, 30);

        assertThat(found.length() % 7).isZero();
        assertThat(found.falseAlarm()).isLessThan(0.001);
    }

    @Test
    void aSeriesThatDoesNotVaryHasNoPeriod() {
        double[] same = new double[20];
        Arrays.fill(same, 3);
        double[] times = IntStream.range(0, 20).mapToDouble(n -> n).toArray();

        assertThat(Autocorrelation.strongest(same, 2, 10).falseAlarm()).isEqualTo(1);
        assertThat(new LombScargle(times, same).strongest(2, 10).falseAlarm()).isEqualTo(1);
        assertThat(Trend.of(same, 0.9).p()).isEqualTo(1);
        assertThat(Trend.of(same, 0.9).slope()).isEqualTo(new Estimate(0, 0, 0, 0.9));
    }

    @Property(tries = 200)
    void everythingIsFinite(@ForAll @Size(min = 8, max = 40) List<@DoubleRange(min = -1e6, max = 1e6) Double> list) {
        double[] values = list.stream().mapToDouble(x -> x).toArray();
        double[] times =
                IntStream.range(0, values.length).mapToDouble(n -> n * 1.5).toArray();

        Period sine = new LombScargle(times, values).strongest(3, 20);
        Period lag = Autocorrelation.strongest(values, 2, values.length - 1);
        Trend trend = Trend.of(values, 0.9);

        assertThat(sine.strength()).isBetween(0.0, 1.0);
        assertThat(sine.falseAlarm()).isBetween(0.0, 1.0);
        assertThat(lag.falseAlarm()).isBetween(0.0, 1.0);
        assertThat(trend.p()).isBetween(0.0, 1.0);
        assertThat(trend.slope().value())
                .isBetween(trend.slope().low(), trend.slope().high());
    }

    @Test
    void aTrendIsFoundThroughWildValues() {
        SplittableRandom random = new SplittableRandom(4);
        double[] visits = IntStream.range(0, 50)
                .mapToDouble(week -> 10 - 0.1 * week + random.nextGaussian() + (week % 17 == 3 ? 100 : 0))
                .toArray();

        Trend trend = Trend.of(visits, 0.95);

        assertThat(trend.slope().value()).isCloseTo(-0.1, within(0.03));
        assertThat(trend.slope().high()).isNegative();
        assertThat(trend.p()).isLessThan(0.001);
    }

    @Test
    void noiseRarelyLooksLikeATrendAndTheIntervalHoldsTheSlope() {
        assertThat(share(random -> Trend.of(noise(random, 40), 0.95).p())).isBetween(0.02, 0.08);
        assertThat(share(random -> {
                    Estimate slope = Trend.of(noise(random, 40), 0.95).slope();
                    return slope.low() <= 0 && 0 <= slope.high() ? 1 : 0;
                }))
                .isBetween(0.02, 0.08);
    }

    @Test
    void whatCantBeIsRefused() {
        assertThatThrownBy(() -> new LombScargle(new double[4], new double[4])).hasMessageContaining("at least 8");
        assertThatThrownBy(() -> new LombScargle(new double[9], new double[9])).hasMessageContaining("one moment");
        assertThatThrownBy(() -> new LombScargle(new double[] {1, 2, 3, 4, 5, 6, 7, 8}, new double[8]).strongest(5, 2))
                .hasMessageContaining("periods:");
        assertThatThrownBy(() -> Autocorrelation.of(new double[3], 3)).hasMessageContaining("more than 3");
        assertThatThrownBy(() -> Trend.of(new double[] {1, 2, Double.NaN, 4}, 0.9))
                .hasMessageContaining("finite");
    }
}
