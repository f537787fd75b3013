package dev.aisle.algorithms.customers.lifetime;

import static dev.aisle.algorithms.customers.Cdnow.VECTORS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.customers.Cdnow;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CdnowVectorsTest {
    private static final Offset<Double> FITTED = within(1e-2);
    private static final Offset<Double> LIKELIHOOD = within(0.05);

    /** The parameters that the BTYD vignette computes its predictions with, with the digits that it prints. */
    private static final BetaGeometric BTYD_BG = BetaGeometric.bgNbd(0.2425967, 4.413659, 0.7929869, 2.426164);

    /**
     * The parameters near the top (LL −9594.976, as printed) from which all seven values of the vignette follow: it has no digits enough
     * of its own, but four numbers that give seven values to their last digit can only be these.
     */
    private static final ParetoNbd BTYD_PARETO = new ParetoNbd(0.55337133, 10.57952125, 0.60590662, 11.65806718);

    private static void assertParameters(JsonNode expected, double... found) {
        int n = 0;
        for (JsonNode value : expected) {
            assertThat(found[n++]).isCloseTo(value.asDouble(), FITTED);
        }
        assertThat(n).isEqualTo(found.length);
    }

    /** Half a unit of the last digit that was printed. */
    private static Offset<Double> printed(JsonNode value) {
        String text = value.decimalValue().toString();
        int exponent = text.contains("E") ? Integer.parseInt(text.substring(text.indexOf('E') + 1)) : 0;
        String digits = text.contains("E") ? text.substring(0, text.indexOf('E')) : text;
        int decimals = digits.contains(".") ? digits.length() - digits.indexOf('.') - 1 : 0;
        return within(0.5000001 * Math.pow(10, exponent - decimals));
    }

    private static void assertPrinted(JsonNode expected, double found) {
        assertThat(found).isCloseTo(expected.asDouble(), printed(expected));
    }

    @Test
    void theEventLogBecomesTheSameStatistics() {
        JsonNode expected = VECTORS.get("elog_to_cbs");
        PurchaseHistory first = Cdnow.calibration("0001");
        PurchaseHistory best = Cdnow.calibration("1516");

        assertThat(Cdnow.CUSTOMERS).hasSize(expected.get("customers").asInt());
        assertThat(Cdnow.CUSTOMERS.keySet().stream()
                        .mapToLong(id -> Cdnow.calibration(id).repeats())
                        .sum())
                .isEqualTo(expected.get("sum_x").asLong());
        assertThat(Cdnow.CUSTOMERS.keySet().stream()
                        .filter(id -> Cdnow.calibration(id).repeats() > 0))
                .hasSize(expected.get("repeat_customers").asInt());
        assertThat(Cdnow.CUSTOMERS.keySet().stream().mapToLong(Cdnow::holdout).sum())
                .isEqualTo(expected.get("holdout_transactions_39w").asLong());
        assertThat(first).isEqualTo(history(expected.get("cust1")));
        assertThat(best).isEqualTo(history(expected.get("cust1516")));
        assertThat(Cdnow.holdout("1516"))
                .isEqualTo(expected.at("/cust1516/x_star").asLong());
    }

    private static PurchaseHistory history(JsonNode json) {
        return new PurchaseHistory(
                json.get("x").asLong(),
                json.get("t_x").asDouble(),
                json.get("T").asDouble());
    }

    @Test
    void bgNbdFitsAsPublished() {
        LifetimeFit<BetaGeometric> fit = LifetimeFit.bgNbd(Cdnow.calibration());
        BetaGeometric found = fit.model();
        JsonNode published = VECTORS.at("/published/bgnbd");

        assertParameters(published.get("params"), found.r(), found.alpha(), found.a(), found.b());
        assertThat(fit.logLikelihood()).isCloseTo(published.get("LL").asDouble(), LIKELIHOOD);
        assertThat(fit.customers()).isEqualTo(2357);
    }

    @Test
    void mbgNbdFitsAsPublished() {
        BetaGeometric found = LifetimeFit.mbgNbd(Cdnow.calibration()).model();

        assertParameters(VECTORS.at("/published/mbgnbd/params"), found.r(), found.alpha(), found.a(), found.b());
    }

    @Test
    void paretoNbdFitsAsPublished() {
        LifetimeFit<ParetoNbd> fit = LifetimeFit.paretoNbd(Cdnow.calibration());
        ParetoNbd found = fit.model();
        JsonNode published = VECTORS.at("/published/paretonbd");

        assertParameters(published.get("params"), found.r(), found.alpha(), found.s(), found.beta());
        assertThat(fit.logLikelihood())
                .isCloseTo(published.get("LL").asDouble(), LIKELIHOOD)
                .isCloseTo(published.at("/BTYD/LL").asDouble(), LIKELIHOOD);
        // BTYD stopped a little short of the top: its own β is .013 away, a five-hundredth of the standard error.
        JsonNode errors = published.get("CLVTools_se");
        JsonNode btyd = published.get("BTYD");
        assertThat(found.r())
                .isCloseTo(btyd.get("r").asDouble(), within(errors.get("r").asDouble() / 100));
        assertThat(found.alpha())
                .isCloseTo(
                        btyd.get("alpha").asDouble(), within(errors.get("alpha").asDouble() / 100));
        assertThat(found.s())
                .isCloseTo(btyd.get("s").asDouble(), within(errors.get("s").asDouble() / 100));
        assertThat(found.beta())
                .isCloseTo(
                        btyd.get("beta").asDouble(), within(errors.get("beta").asDouble() / 100));
    }

    /** Fader, Hardie, Lee 2005, table 2: r .385, α 12.072, LL −9763.7. */
    @Test
    void nbdFitsAsPublished() {
        LifetimeFit<Nbd> fit = LifetimeFit.nbd(Cdnow.calibration());

        assertThat(fit.model().r()).isCloseTo(0.385, within(1e-3));
        assertThat(fit.model().alpha()).isCloseTo(12.072, FITTED);
        assertThat(fit.logLikelihood()).isCloseTo(-9763.7, LIKELIHOOD);
    }

    @Test
    void gammaGammaFitsAsPublished() {
        GammaGamma.Fit fit = GammaGamma.fit(Cdnow.repeats(), Cdnow.meanRepeats());
        JsonNode published = VECTORS.at("/published/gammagamma");

        assertParameters(
                published.get("params"),
                fit.model().p(),
                fit.model().q(),
                fit.model().v());
        assertThat(fit.logLikelihood()).isCloseTo(published.get("LL").asDouble(), LIKELIHOOD);
        assertThat(fit.customers()).isEqualTo(946);
    }

    @Test
    void bgNbdPredictsAsTheVignette() {
        assertVignette(VECTORS.get("bgnbd_vignette"), BTYD_BG);
    }

    @Test
    void paretoNbdPredictsAsTheVignette() {
        assertVignette(VECTORS.get("pnbd_vignette"), BTYD_PARETO);
    }

    private static void assertVignette(JsonNode expected, LifetimeModel model) {
        PurchaseHistory best = Cdnow.calibration("1516");
        assertPrinted(expected.get("expect_52"), model.expectedPurchases(52));
        assertPrinted(expected.get("cust1516_CE52"), model.expectedPurchases(best, 52));
        assertPrinted(expected.get("cust1516_palive"), model.alive(best));
        JsonNode increasingFrequencies = expected.get("CE_T52_tx20_T39");
        assertThat(increasingFrequencies.size()).isEqualTo(4);
        increasingFrequencies
                .properties()
                .forEach(row -> assertPrinted(
                        row.getValue(),
                        model.expectedPurchases(new PurchaseHistory(Long.parseLong(row.getKey()), 20, 39), 52)));
    }

    @Test
    void spendIsAsPublished() {
        JsonNode expected = VECTORS.get("gammagamma");
        JsonNode p = expected.get("params");
        GammaGamma model = new GammaGamma(
                p.get(0).asDouble(), p.get(1).asDouble(), p.get(2).asDouble());
        List<String> ids = new ArrayList<>(new TreeSet<>(Cdnow.CUSTOMERS.keySet())).subList(0, 10);

        assertThat(model.spend()).isCloseTo(expected.get("population_mean").asDouble(), within(1e-9));
        for (int n = 0; n < ids.size(); n++) {
            double spend = model.spend(Cdnow.calibration(ids.get(n)).repeats(), cents(Cdnow.meanRepeat(ids.get(n))));
            assertThat(spend)
                    .isCloseTo(expected.at("/first10/computed/" + n).asDouble(), within(1e-9))
                    // Hardie's table was made with more digits of the parameters.
                    .isCloseTo(expected.at("/first10/expected_hardie/" + n).asDouble(), within(0.05));
        }
    }

    /** The published values begin from means that were rounded, halves up. */
    private static double cents(double amount) {
        return Math.round(amount * 100 + 1e-6) / 100.0;
    }

    @Test
    void whoKnowsThatCustomersLeaveForecastsTheHoldoutBetter() {
        double real = VECTORS.at("/elog_to_cbs/holdout_transactions_39w").asDouble();
        double pareto = holdout(LifetimeFit.paretoNbd(Cdnow.calibration()).model());
        double nbd = holdout(LifetimeFit.nbd(Cdnow.calibration()).model());

        assertThat(pareto).isCloseTo(real, within(0.125 * real));
        assertThat(Math.abs(pareto - real)).isLessThan(Math.abs(nbd - real) / 2);
    }

    private static double holdout(LifetimeModel model) {
        return Cdnow.CUSTOMERS.keySet().stream()
                .mapToDouble(id -> model.expectedPurchases(Cdnow.calibration(id), 39))
                .sum();
    }
}
