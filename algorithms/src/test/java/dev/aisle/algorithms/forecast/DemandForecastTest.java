package dev.aisle.algorithms.forecast;

import static dev.aisle.algorithms.forecast.ForecastVectors.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.forecast.Anomalies.Anomaly;
import dev.aisle.algorithms.forecast.series.Series;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DemandForecastTest {
    @Test
    void theMethodThatIsTakenBeatTheBenchmarkOnThePastAndTheReasonSaysSo() {
        DemandForecast found = DemandForecast.of(series("AirPassengers").head(120), 12);

        assertThat(found.benchmark()).isEqualTo(ForecastMethod.SEASONAL_NAIVE);
        assertThat(found.method()).isNotEqualTo(ForecastMethod.SEASONAL_NAIVE);
        assertThat(found.scores())
                .isSortedAccordingTo(
                        (a, b) -> Double.compare(a.errors().mae(), b.errors().mae()));
        assertThat(found.scores()).anyMatch(score -> score.method() == ForecastMethod.SEASONAL_NAIVE);
        assertThat(found.reason()).contains("4 origins of 12 steps", "below the benchmark's");
        assertThat(found.forecast().horizon()).isEqualTo(12);
    }

    @Test
    void whatIsTakenBeatsTheBenchmarkAndTheStandardOnlyIfItDidSoAtEveryOrigin() {
        for (int seed = 0; seed < 30; seed++) {
            DemandForecast found = DemandForecast.of(Series.of(ForecastLawsTest.demand(seed, 60, 7), 7), 7);

            RollingOrigin.Errors taken = errors(found, found.method());
            RollingOrigin.Errors benchmark = errors(found, found.benchmark());
            if (found.method() != found.benchmark()) {
                assertThat(taken.mae()).isLessThan(benchmark.mae());
                assertThat(found.reason()).contains("below the benchmark's");
            } else {
                assertThat(found.reason()).contains("beat the benchmark");
            }
            if (found.reason().endsWith("at every origin")) {
                ForecastMethod standard =
                        found.scores().stream().anyMatch(score -> score.method() == ForecastMethod.SBA)
                                ? ForecastMethod.SBA
                                : ForecastMethod.ETS_AND_THETA;
                assertThat(taken.everywhereBelow(errors(found, standard))).isTrue();
            }
        }
    }

    private static RollingOrigin.Errors errors(DemandForecast found, ForecastMethod method) {
        return found.scores().stream()
                .filter(score -> score.method() == method)
                .findFirst()
                .orElseThrow()
                .errors();
    }

    @Test
    void aShortPastIsForecastByTheBenchmarkWithTheReason() {
        DemandForecast one = DemandForecast.of(Series.of(new double[] {5, 9}, 12), 3);

        assertThat(one.method()).isEqualTo(ForecastMethod.NAIVE);
        assertThat(one.reason()).contains("too short");
        assertThat(one.forecast().mean()).containsExactly(9, 9, 9);
    }

    @Test
    void rareDemandIsAlsoTriedByCrostonsFamily() {
        double[] y = new double[60];
        for (int t = 3; t < y.length; t += 5) {
            y[t] = 2 + t % 3;
        }

        DemandForecast found = DemandForecast.of(Series.of(y, 1), 4);

        assertThat(found.scores())
                .extracting(DemandForecast.Score::method)
                .contains(ForecastMethod.CROSTON, ForecastMethod.TSB);
    }

    @Test
    void aLongSeasonIsTakenOffByStlBeforeTheRestIsForecast() {
        double[] y = new double[180];
        SplittableRandom random = new SplittableRandom(5);
        Arrays.setAll(y, t -> 100 + 30 * Math.sin(2 * Math.PI * t / 52) + random.nextGaussian());

        DemandForecast found = DemandForecast.of(Series.of(y, 52), 26);

        assertThat(found.method()).isEqualTo(ForecastMethod.STL_ETS);
        double[] mean = found.forecast().mean();
        for (int i = 0; i < mean.length; i++) {
            assertThat(mean[i]).isCloseTo(100 + 30 * Math.sin(2 * Math.PI * (180 + i) / 52), within(5.0));
        }
    }

    @Test
    void theOriginsLeaveAWholeHorizonAndEnoughPast() {
        assertThat(RollingOrigin.last(40, 6, 20, 4, 3).origins()).containsExactly(25, 28, 31, 34);
        assertThat(RollingOrigin.last(40, 6, 30, 4, 3).origins()).containsExactly(31, 34);
        assertThat(RollingOrigin.last(10, 6, 7, 4, 3).origins()).isEmpty();
    }

    @Test
    void aForecasterSeesOnlyWhatCameBeforeItsOrigin() {
        Series series = Series.of(new double[] {1, 2, 4, 8, 16, 32, 64, 128}, 1);

        RollingOrigin.Errors errors = new RollingOrigin(2, new int[] {4, 6}).test(series, past ->
                new double[] {past.get(past.length() - 1), past.get(past.length() - 1)});

        assertThat(errors.mae()).isEqualTo(((8 + 24) / 2.0 + (32 + 96) / 2.0) / 2);
    }

    @Test
    void theSeasonOfPassengersIsAYear() {
        assertThat(PeriodFinder.best(series("AirPassengers").toArray())).isEqualTo(12);
        assertThat(PeriodFinder.best(series("nottem").toArray())).isEqualTo(12);
        assertThat(PeriodFinder.best(series("co2").toArray())).isEqualTo(12);
    }

    @Test
    void aWeeklyRhythmIsFoundUnderNoiseAndNoneInNoiseOrARandomWalk() {
        SplittableRandom random = new SplittableRandom(11);
        double[] share = {1.2, 0.8, 0.8, 0.9, 1, 1.5, 1.6};
        int weekly = 0;
        int noise = 0;
        int walk = 0;
        for (int trial = 0; trial < 100; trial++) {
            double[] shop = new double[120];
            double[] white = new double[120];
            double[] walking = new double[120];
            Arrays.setAll(shop, t -> Math.rint(30 * share[t % 7] + 8 * random.nextGaussian()));
            Arrays.setAll(white, t -> random.nextGaussian());
            for (int t = 1; t < walking.length; t++) {
                walking[t] = walking[t - 1] + random.nextGaussian();
            }
            weekly += PeriodFinder.best(shop) == 7 ? 1 : 0;
            noise += PeriodFinder.best(white) > 1 ? 1 : 0;
            walk += PeriodFinder.best(walking) > 1 ? 1 : 0;
        }

        assertThat(weekly).isGreaterThanOrEqualTo(95);
        assertThat(noise).isLessThanOrEqualTo(5);
        assertThat(walk).isLessThanOrEqualTo(5);
    }

    @Test
    void aLineAndAConstantHaveNoSeason() {
        double[] line = new double[50];
        Arrays.setAll(line, t -> 0.1 * t);

        assertThat(PeriodFinder.best(line)).isEqualTo(1);
        assertThat(PeriodFinder.best(new double[50])).isEqualTo(1);
        assertThat(PeriodFinder.best(new double[] {1, 2})).isEqualTo(1);
    }

    @Test
    void aDayThatNeitherTrendNorSeasonExplainsIsAnAnomalyAndASeasonalPeakIsNot() {
        SplittableRandom random = new SplittableRandom(2);
        double[] y = new double[84];
        Arrays.setAll(y, t -> 50 + 0.2 * t + (t % 7 == 5 ? 40 : 0) + random.nextGaussian());
        y[30] += 25;
        y[60] -= 25;

        assertThat(Anomalies.of(Series.of(y, 7)))
                .extracting(Anomaly::place)
                .contains(30, 60)
                .hasSizeLessThan(6);
        assertThat(Anomalies.of(Series.of(y, 7)).getFirst().score()).isPositive();
        assertThat(Anomalies.of(Series.of(y, 7), 12)).extracting(Anomaly::place).containsExactly(30, 60);
    }

    @Test
    void aSeriesWithoutSurprisesHasNoAnomaly() {
        double[] season = new double[70];
        Arrays.setAll(season, t -> 0.1 * (t % 7));

        assertThat(Anomalies.of(Series.of(season, 7))).isEmpty();
        assertThat(Anomalies.of(Series.of(new double[40], 1))).isEmpty();
        assertThat(Anomalies.of(Series.of(new double[] {1, 1, 900}, 1))).isEmpty();
    }

    @Test
    void withoutASeasonAJumpOutOfASlowCourseIsAnAnomaly() {
        SplittableRandom random = new SplittableRandom(4);
        double[] y = new double[60];
        Arrays.setAll(y, t -> 10 * Math.sin(t / 15.0) + 0.3 * random.nextGaussian());
        y[40] = 30;

        assertThat(Anomalies.of(Series.of(y, 1), 8)).extracting(Anomaly::place).containsExactly(40);
    }
}
