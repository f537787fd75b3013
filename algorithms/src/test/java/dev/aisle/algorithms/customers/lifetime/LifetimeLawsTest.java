package dev.aisle.algorithms.customers.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple4;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class LifetimeLawsTest {
    private static Arbitrary<Double> logarithmic(double from, double to) {
        return Arbitraries.doubles().between(0, 1).ofScale(9).map(share -> from * Math.pow(to / from, share));
    }

    @Provide
    Arbitrary<LifetimeModel> models() {
        Arbitrary<Tuple4<Double, Double, Double, Double>> four = Combinators.combine(
                        logarithmic(0.01, 50), logarithmic(0.01, 1000), logarithmic(0.05, 50), logarithmic(0.05, 1000))
                .as(Tuple::of);
        Arbitrary<LifetimeModel> beta = Combinators.combine(
                        four,
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(1, 4))
                .as((p, modified, k) -> new BetaGeometric(modified, k, p.get1(), p.get2(), p.get3(), p.get4()));
        return Arbitraries.oneOf(
                beta,
                four.map(p -> new ParetoNbd(p.get1(), p.get2(), p.get3(), p.get4())),
                four.map(p -> new Nbd(p.get1(), p.get2())));
    }

    @Provide
    Arbitrary<PurchaseHistory> histories() {
        Arbitrary<Double> ages = Arbitraries.oneOf(Arbitraries.just(0.0), logarithmic(1e-9, 1e4));
        Arbitrary<Long> repeats =
                Arbitraries.oneOf(Arbitraries.longs().between(0, 30), Arbitraries.of(0L, 1L, 1_000L, 1_000_000L));
        return Combinators.combine(repeats, ages, Arbitraries.doubles().between(0, 1))
                .as((x, age, share) -> new PurchaseHistory(x, x == 0 ? 0 : age * share, age));
    }

    @Property(tries = 2000)
    void everythingIsFiniteEverywhere(
            @ForAll("models") LifetimeModel model, @ForAll("histories") PurchaseHistory history) {
        assertThat(model.logLikelihood(history)).isFinite();
        assertThat(model.alive(history)).isBetween(0.0, 1.0);
        for (double t : new double[] {0, 1e-9, 1, 52, 1e6}) {
            assertThat(model.expectedPurchases(history, t)).isFinite().isGreaterThanOrEqualTo(0);
        }
        assertThat(model.expectedPurchases(history, 0)).isZero();
    }

    @Property(tries = 1000)
    void aLongerHorizonBringsNoFewerPurchases(
            @ForAll("models") LifetimeModel model, @ForAll("histories") PurchaseHistory history) {
        double before = 0;
        for (double t : new double[] {1e-3, 0.1, 1, 4, 13, 52, 520}) {
            double now = model.expectedPurchases(history, t);
            assertThat(now).isGreaterThanOrEqualTo(before * (1 - 2e-3 * (regular(model) ? 1 : 1e-7)));
            before = now;
        }
    }

    private static boolean regular(LifetimeModel model) {
        return model instanceof BetaGeometric beta && beta.k() > 1;
    }

    @Property(tries = 1000)
    void silenceNeverSpeaksForStayingAlive(
            @ForAll("models") LifetimeModel model, @ForAll("histories") PurchaseHistory history) {
        double before = 1;
        for (double silence : new double[] {0, 0.5, 1, 5, 20, 100, 1000}) {
            double alive = model.alive(
                    new PurchaseHistory(history.repeats(), history.lastTime(), history.lastTime() + silence));
            assertThat(alive).isLessThanOrEqualTo(before + 1e-12);
            before = alive;
        }
    }

    @Property(tries = 300)
    void theSeriesAndTheIntegralAgree(@ForAll("series") Tuple4<Double, Double, Double, Double> p) {
        double series = GeometricDropout.series(p.get1(), p.get2(), p.get3(), p.get4());
        double integral = GeometricDropout.integral(p.get1(), p.get2(), p.get3(), p.get4());

        assertThat(series).isCloseTo(integral, Percentage.withPercentage(1e-7));
    }

    /** Shape, horizon, a, b, as far as the series is used. */
    @Provide
    Arbitrary<Tuple4<Double, Double, Double, Double>> series() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 50),
                        logarithmic(1e-3, 9),
                        Arbitraries.oneOf(Arbitraries.just(1.0), logarithmic(0.1, 4)),
                        logarithmic(0.1, 4))
                .as((x, grown, a, b) -> Tuple.of(0.5 + x, grown, a, b + x));
    }

    @Property(tries = 200)
    void regularPurchasesCountedOneByOneAreTheClosedFormWhenTheyAreNotRegular(
            @ForAll("series") Tuple4<Double, Double, Double, Double> p) {
        double counted = Stages.expected(new double[] {1}, p.get1(), p.get2(), p.get3(), p.get4());

        assertThat(counted)
                .isCloseTo(
                        GeometricDropout.expected(p.get1(), p.get2(), p.get3(), p.get4()),
                        Percentage.withPercentage(1e-7));
    }

    @Property(tries = 40)
    void thePiecesOfTheHorizonAddUpToTheDiscountedSum(
            @ForAll("models") LifetimeModel model, @ForAll("histories") PurchaseHistory history) {
        double rate = 0.05;
        double sum = 0;
        double before = 0;
        double from = 0;
        for (double until = 1e-6; from * rate < 40; until *= 1.04) {
            double now = model.expectedPurchases(history, until);
            sum += (now - before) * Math.exp(-rate * (from + until) / 2);
            before = now;
            from = until;
        }

        // Purchases between two moments, as if all of them came in the middle.
        double whole = model.discountedPurchases(history, rate);
        assertThat(whole).isCloseTo(sum, within(3e-3 * whole + 1e-12));
    }

    @Test
    void whereThePrintedFormulasDivideZeroByZeroTheValueIsThatOfTheNeighbours() {
        PurchaseHistory history = new PurchaseHistory(3, 20, 30);
        for (double t : new double[] {1, 52}) {
            assertThat(BetaGeometric.bgNbd(0.5, 5, 1, 2).expectedPurchases(history, t))
                    .isCloseTo(
                            (BetaGeometric.bgNbd(0.5, 5, 1 - 1e-6, 2).expectedPurchases(history, t)
                                            + BetaGeometric.bgNbd(0.5, 5, 1 + 1e-6, 2)
                                                    .expectedPurchases(history, t))
                                    / 2,
                            within(1e-9));
            assertThat(new ParetoNbd(0.5, 5, 1, 9).expectedPurchases(history, t))
                    .isCloseTo(
                            (new ParetoNbd(0.5, 5, 1 - 1e-6, 9).expectedPurchases(history, t)
                                            + new ParetoNbd(0.5, 5, 1 + 1e-6, 9).expectedPurchases(history, t))
                                    / 2,
                            within(1e-9));
        }
    }

    @Test
    void aClumsyIntegralOfTheParetoLikelihoodAgrees() {
        for (double beta : new double[] {0.02, 10.578, 400}) {
            ParetoNbd model = new ParetoNbd(0.553, 10.578, 0.606, beta);
            int steps = 1_000_000;
            double width = (39 - 12.0) / steps;
            double sum = 0;
            for (int n = 0; n < steps; n++) {
                double y = 12 + (n + 0.5) * width;
                sum += 0.606 * Math.pow(10.578 + y, -4.553) * Math.pow(beta + y, -1.606) * width;
            }
            double there = Math.pow(10.578 + 39, -4.553) * Math.pow(beta + 39, -0.606);

            assertThat(model.alive(new PurchaseHistory(4, 12, 39))).isCloseTo(1 / (1 + sum / there), within(1e-9));
        }
    }

    @Test
    void betweenCountingAndNotCountingStagesIsNoGap() {
        double[] stages = Stages.weights(3, 40, 0.2);

        double counted = Stages.expected(stages, 40, 300, 0.7, 9);
        double beyond = Stages.expected(stages, 40, 400, 0.7, 9);

        assertThat(40 * 300 / 3.0).isLessThan(5_000);
        assertThat(40 * 400 / 3.0).isGreaterThan(5_000);
        double uncounted = 0;
        for (int j = 0; j < 3; j++) {
            uncounted += stages[j] * GeometricDropout.expected(40 + j, 100, 0.7, 9);
        }
        assertThat(counted).isCloseTo(uncounted, Percentage.withPercentage(0.1)).isLessThan(beyond);
    }

    @Test
    void aPopulationWithoutAnyVariationIsFittedWithFiniteNumbers() {
        PurchaseHistory silent = new PurchaseHistory(0, 0, 30);
        PurchaseHistory busy = new PurchaseHistory(1_000_000, 30, 30);
        PurchaseHistory brief = new PurchaseHistory(1, 1e-6, 2e-6);
        for (List<PurchaseHistory> population : List.of(
                List.of(silent), List.of(silent, silent), List.of(busy), List.of(busy, silent), List.of(brief))) {
            PurchaseHistories histories = PurchaseHistories.of(population);
            for (LifetimeFit<?> fit : List.of(
                    LifetimeFit.bgNbd(histories),
                    LifetimeFit.mbgNbd(histories),
                    LifetimeFit.betaGeometric(true, 3, histories),
                    LifetimeFit.paretoNbd(histories),
                    LifetimeFit.nbd(histories))) {
                assertThat(fit.logLikelihood()).isFinite();
                assertThat(fit.model().alive(population.getFirst())).isBetween(0.0, 1.0);
                assertThat(fit.model().churned(population.getFirst()))
                        .isEqualTo(1 - fit.model().alive(population.getFirst()));
                assertThat(fit.model().expectedPurchases(population.getFirst(), 52))
                        .isFinite();
            }
        }
        assertThat(GammaGamma.fit(new long[] {3}, new double[] {20}).model().spend(3, 20))
                .isFinite();
    }

    @Test
    void whatCantBeIsRefusedByName() {
        assertThatThrownBy(() -> BetaGeometric.bgNbd(0, 1, 1, 1)).hasMessageContaining("r: expected");
        assertThatThrownBy(() -> new ParetoNbd(1, 1, Double.NaN, 1)).hasMessageContaining("s: expected");
        assertThatThrownBy(() -> new BetaGeometric(true, 21, 1, 1, 1, 1)).hasMessageContaining("k: expected");
        assertThatThrownBy(() -> new PurchaseHistory(0, 1, 2)).hasMessageContaining("t_x: expected 0");
        assertThatThrownBy(() -> new PurchaseHistory(1, 3, 2)).hasMessageContaining("t_x, T");
        assertThatThrownBy(() -> new Nbd(1, 1).expectedPurchases(-1)).hasMessageContaining("t: expected");
        assertThatThrownBy(() -> new Nbd(1, 1).discountedPurchases(PurchaseHistory.NEWCOMER, 0))
                .hasMessageContaining("d: expected");
        assertThatThrownBy(() -> PurchaseHistories.of(List.of())).hasMessageContaining("at least one customer");
        assertThatThrownBy(() -> PurchaseHistories.of(new long[] {1}, new double[0], new double[0]))
                .hasMessageContaining("one length");
        assertThatThrownBy(() -> new GammaGamma(1, 1, 1)).hasMessageContaining("q: expected above 1");
    }
}
