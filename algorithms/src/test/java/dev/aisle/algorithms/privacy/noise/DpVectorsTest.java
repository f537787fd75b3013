package dev.aisle.algorithms.privacy.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.Vectors;
import org.junit.jupiter.api.Test;

/** dp-vectors.json; its accountant_checks are privacy-service's BudgetIT. */
class DpVectorsTest {
    private static final JsonNode VECTORS = Vectors.json("dp-vectors.json");

    private static double number(JsonNode row, String field) {
        return row.get(field).asDouble();
    }

    @Test
    void theScaleOfLaplaceNoiseIsMet() {
        assertThat(VECTORS.get("laplace_scale"))
                .hasSize(4)
                .allSatisfy(row -> assertThat(Laplace.scale(number(row, "sensitivity"), number(row, "epsilon")))
                        .isCloseTo(number(row, "b"), within(1e-12)));
    }

    @Test
    void basicCompositionIsMet() {
        JsonNode row = VECTORS.get("composition_basic");
        double each = Composition.epsilonEach(
                number(row, "epsilon_total"), row.get("queries").asInt());

        assertThat(Laplace.scale(number(row, "sensitivity"), each)).isCloseTo(number(row, "b_per_query"), within(1e-9));
    }

    @Test
    void advancedCompositionIsMet() {
        assertThat(VECTORS.get("composition_advanced_accountant"))
                .hasSize(2)
                .allSatisfy(row -> assertThat(Composition.laplaceScale(
                                number(row, "sensitivity"),
                                number(row, "epsilon"),
                                number(row, "delta"),
                                row.get("queries").asInt()))
                        .isCloseTo(number(row, "b"), within(number(row, "tol"))));
    }

    @Test
    void theAnalyticGaussianIsMet() {
        assertThat(VECTORS.get("gaussian")).hasSize(5).allSatisfy(row -> {
            double queries = row.has("queries") ? number(row, "queries") : 1;
            double sensitivity = number(row, "sensitivity") * Math.sqrt(queries);
            assertThat(Gaussian.sigma(sensitivity, number(row, "epsilon"), number(row, "delta")))
                    .isCloseTo(number(row, "sigma"), within(2e-6));
        });
    }

    @Test
    void partitionSelectionIsMet() {
        assertThat(VECTORS.get("partition_selection")).hasSize(21).allSatisfy(row -> {
            double epsilon = row.get("epsilon").isNumber() ? number(row, "epsilon") : 0.1;
            assertThat(PartitionSelection.keepProbability(
                            epsilon, number(row, "delta"), row.get("users").asLong()))
                    .isCloseTo(number(row, "keep_probability"), within(1e-12));
        });
    }

    @Test
    void aSingleAnswerComposesToItself() {
        assertThat(Composition.laplaceDelta(1, 1, 1)).isZero();
        assertThat(Composition.laplaceDelta(1, 1, 0)).isCloseTo(1 - Math.exp(-0.5), within(1e-12));
    }

    @Test
    void theNormalDistributionIsRightFarOutToo() {
        assertThat(Normal.cumulative(0)).isEqualTo(0.5);
        assertThat(Normal.cumulative(-1)).isCloseTo(0.15865525393145707, within(1e-15));
        assertThat(Normal.cumulative(-3)).isCloseTo(1.3498980316300957e-3, within(1e-15));
        assertThat(Normal.cumulative(-6)).isCloseTo(9.865876450376946e-10, within(1e-22));
        assertThat(Normal.cumulative(-10)).isCloseTo(7.619853024160593e-24, within(1e-36));
        assertThat(Normal.cumulative(6)).isCloseTo(1 - 9.865876450376946e-10, within(1e-15));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> Laplace.scale(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Laplace.scale(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Gaussian.sigma(1, 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PartitionSelection.keepProbability(1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Composition.epsilonEach(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
