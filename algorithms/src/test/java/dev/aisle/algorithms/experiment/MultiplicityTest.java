package dev.aisle.algorithms.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.Vectors;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MultiplicityTest {
    private static double[] numbers(JsonNode list) {
        return list.valueStream().mapToDouble(JsonNode::asDouble).toArray();
    }

    @ParameterizedTest
    @EnumSource
    void publishedValuesAreMet(Multiplicity method) {
        JsonNode vectors = Vectors.json("experiments/multiplicity_vectors.json");

        double[] adjusted = method.adjust(numbers(vectors.get("p")));

        assertThat(adjusted)
                .containsExactly(numbers(vectors.get(method.name().toLowerCase(Locale.ROOT))), within(1e-9));
    }

    @Test
    void theSameAsR() {
        JsonNode r = Vectors.json("experiments/r_stat_vectors.json").get("p_adjust");
        double[] p = numbers(r.get("p"));

        assertThat(Multiplicity.HOLM_BONFERRONI.adjust(p)).containsExactly(numbers(r.get("holm")), within(1e-12));
        assertThat(Multiplicity.HOCHBERG_BONFERRONI.adjust(p))
                .containsExactly(numbers(r.get("hochberg")), within(1e-12));
        assertThat(Multiplicity.BENJAMINI_HOCHBERG.adjust(p)).containsExactly(numbers(r.get("bh")), within(1e-12));
        assertThat(Multiplicity.BENJAMINI_YEKUTIELI.adjust(p)).containsExactly(numbers(r.get("by")), within(1e-12));
        assertThat(Multiplicity.HOLM_BONFERRONI.adjust(new double[] {0.01, 0.04, 0.03, 0.005}))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-12));
        assertThat(Multiplicity.HOLM_BONFERRONI.adjust(new double[] {0.9, 0.8})).containsExactly(1, 1);
        assertThat(Multiplicity.HOLM_SIDAK.adjust(new double[0])).isEmpty();
    }

    @Property(tries = 200)
    void adjustingNeverLowersNorReorders(
            @ForAll @Size(max = 12) List<@DoubleRange(min = 0, max = 1) Double> given, @ForAll Multiplicity method) {
        double[] p = given.stream().mapToDouble(Double::doubleValue).toArray();

        double[] adjusted = method.adjust(p);

        for (int a = 0; a < p.length; a++) {
            assertThat(adjusted[a]).isBetween(p[a], 1.0);
            for (int b = 0; b < p.length; b++) {
                assertThat(p[a] < p[b] && adjusted[a] > adjusted[b]).isFalse();
            }
        }
    }
}
