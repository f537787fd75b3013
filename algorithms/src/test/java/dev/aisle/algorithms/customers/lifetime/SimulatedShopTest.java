package dev.aisle.algorithms.customers.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.customers.Estimate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The truth is known: what the models say of simulated customers must be what these really do. */
class SimulatedShopTest {
    private static final GammaGamma SPEND = new GammaGamma(6.25, 3.74, 15.44);
    private static final double HORIZON = 26;

    static Stream<LifetimeModel> models() {
        return Stream.of(
                BetaGeometric.bgNbd(0.6, 4.4, 0.8, 2.4),
                BetaGeometric.mbgNbd(0.8, 4.4, 0.9, 2.4),
                new BetaGeometric(true, 3, 1.2, 2, 0.9, 2.4),
                new BetaGeometric(false, 2, 1.2, 2, 0.9, 2.4),
                new ParetoNbd(0.8, 6, 0.6, 11),
                new Nbd(0.8, 6));
    }

    @ParameterizedTest
    @MethodSource("models")
    void expectationsComeTrueOnAverage(LifetimeModel model) {
        int customers = 40_000;
        SimulatedShop shop = SimulatedShop.of(model, SPEND, customers, 1);

        for (long group = 0; group <= 2; group++) {
            long repeats = group;
            int[] members = IntStream.range(0, customers)
                    .filter(n -> Math.min(2, shop.histories().get(n).repeats()) == repeats)
                    .toArray();
            double expected = IntStream.of(members)
                    .mapToDouble(n -> model.expectedPurchases(shop.histories().get(n), HORIZON))
                    .sum();
            double real = IntStream.of(members)
                    .mapToDouble(n -> shop.future(n, HORIZON))
                    .sum();
            double squares = IntStream.of(members)
                    .mapToDouble(n -> {
                        double off = shop.future(n, HORIZON)
                                - model.expectedPurchases(shop.histories().get(n), HORIZON);
                        return off * off;
                    })
                    .sum();

            assertThat(members.length).isGreaterThan(1000);
            assertThat(expected).isCloseTo(real, within(4 * Math.sqrt(squares)));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void whoIsSaidToBeGoneIsGone(LifetimeModel model) {
        int customers = 40_000;
        SimulatedShop shop = SimulatedShop.of(model, SPEND, customers, 2);

        for (int tenth = 0; tenth < 10; tenth++) {
            double from = tenth / 10.0;
            int[] members = IntStream.range(0, customers)
                    .filter(n -> from <= model.alive(shop.histories().get(n))
                            && model.alive(shop.histories().get(n)) <= from + 0.1)
                    .toArray();
            double said = IntStream.of(members)
                    .mapToDouble(n -> model.alive(shop.histories().get(n)))
                    .sum();
            long there = IntStream.of(members).filter(n -> shop.alive().get(n)).count();

            assertThat(said).isCloseTo((double) there, within(4 * Math.sqrt(members.length) / 2 + 1e-9));
        }
    }

    @Test
    void theFitFindsTheParametersOfRegularCustomers() {
        BetaGeometric truth = new BetaGeometric(true, 3, 1.2, 2, 0.9, 2.4);
        SimulatedShop shop = SimulatedShop.of(truth, SPEND, 20_000, 3);

        LifetimeFit<BetaGeometric> fit = LifetimeFit.betaGeometric(true, 3, PurchaseHistories.of(shop.histories()));

        assertThat(fit.model().r()).isCloseTo(truth.r(), within(0.1));
        assertThat(fit.model().alpha()).isCloseTo(truth.alpha(), within(0.25));
        assertThat(fit.model().a() / (fit.model().a() + fit.model().b())).isCloseTo(0.9 / 3.3, within(0.02));
        assertThat(fit.logLikelihood())
                .isGreaterThanOrEqualTo(Likelihood.of(truth, PurchaseHistories.of(shop.histories())));
    }

    /** Parameters fitted on one half of the customers, intervals of the other half's value, counted against what they really bring. */
    @ParameterizedTest
    @MethodSource("models")
    void theIntervalHoldsWhatReallyComesAsOftenAsItSays(LifetimeModel truth) {
        int customers = 6_000;
        SimulatedShop shop = SimulatedShop.of(truth, SPEND, customers, 4);
        CustomerValue value = new CustomerValue(refitted(truth, shop), spend(shop), 12, 0.01, CustomerValue.WEEKS);

        int inside = 0;
        int above = 0;
        int counted = 0;
        double expected = 0;
        double real = 0;
        for (int n = customers / 2; n < customers; n++) {
            Estimate forecast =
                    value.forecast(shop.histories().get(n), shop.meanAmounts().get(n), 0.9, 400, n);
            double truthOf = shop.value(n, 12, 0.01, CustomerValue.WEEKS);
            inside += forecast.low() <= truthOf && truthOf <= forecast.high() ? 1 : 0;
            above += truthOf > forecast.high() ? 1 : 0;
            expected += forecast.value();
            real += truthOf;
            counted++;
        }

        // Below there is often no room: whoever may be gone has 0 for the lower end, and 0 happens more often than one
        // in twenty.
        assertThat((double) inside / counted).isBetween(0.885, 0.985);
        assertThat((double) above / counted).isBetween(0.02, 0.065);
        assertThat(expected / counted).isCloseTo(real / counted, within(0.12 * real / counted));
    }

    private static LifetimeModel refitted(LifetimeModel truth, SimulatedShop shop) {
        PurchaseHistories half = PurchaseHistories.of(
                shop.histories().subList(0, shop.histories().size() / 2));
        return switch (truth) {
            case BetaGeometric m ->
                LifetimeFit.betaGeometric(m.modified(), m.k(), half).model();
            case ParetoNbd m -> LifetimeFit.paretoNbd(half).model();
            case Nbd m -> LifetimeFit.nbd(half).model();
        };
    }

    private static GammaGamma spend(SimulatedShop shop) {
        int half = shop.histories().size() / 2;
        return GammaGamma.fit(
                        shop.histories().stream()
                                .limit(half)
                                .mapToLong(PurchaseHistory::repeats)
                                .toArray(),
                        shop.meanAmounts().stream()
                                .limit(half)
                                .mapToDouble(z -> z)
                                .toArray())
                .model();
    }

    @Test
    void theMeanOfTheDrawsIsTheExpectation() {
        for (LifetimeModel model : models().toList()) {
            PurchaseHistory history = new PurchaseHistory(3, 22, 30);
            long[] into = new long[2];
            double sum = 0;
            int draws = 200_000;
            FutureDraws futures = model.draws(history, new java.util.SplittableRandom(5));
            for (int n = 0; n < draws; n++) {
                futures.draw(new double[] {10, HORIZON}, into);
                sum += into[0] + into[1];
            }

            double expected = model.expectedPurchases(history, HORIZON);
            assertThat(sum / draws).isCloseTo(expected, within(0.02 * expected + 0.005));
        }
    }
}
