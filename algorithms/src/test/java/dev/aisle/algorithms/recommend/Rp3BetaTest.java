package dev.aisle.algorithms.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class Rp3BetaTest {
    @Property(tries = 50)
    void theWalkIsItsDefinition(@ForAll long seed, @ForAll boolean normalised) {
        Interactions shop = RandomShop.of(seed, 30, 12);
        Interactions byItem = shop.transposed();
        ItemKnn.Model model = new Rp3Beta(12, 0.8f, 0.4f, normalised, 2).fit(shop, Progress.NONE);

        for (int i = 0; i < 12; i++) {
            double[] expected = new double[12];
            double sum = 0;
            for (int j = 0; j < 12; j++) {
                expected[j] = i == j ? 0 : walk(shop, byItem, i, j);
                sum += expected[j];
            }
            for (int j = 0; j < 12; j++) {
                double value = normalised && sum > 0 ? expected[j] / sum : expected[j];
                assertThat((double) model.similarity(i, j)).isCloseTo(value, within(1e-5));
            }
        }
    }

    private static double walk(Interactions shop, Interactions byItem, int i, int j) {
        double sum = 0;
        for (int user = 0; user < shop.userCount(); user++) {
            double all = 0;
            double toI = 0;
            double toJ = 0;
            for (int p = shop.start(user); p < shop.start(user + 1); p++) {
                all += shop.weight(p);
                toI += shop.item(p) == i ? 1 : 0;
                toJ += shop.item(p) == j ? shop.weight(p) : 0;
            }
            sum += toI > 0 && toJ > 0 ? Math.pow(1.0 / byItem.countOf(i), 0.8f) * Math.pow(toJ / all, 0.8f) : 0;
        }
        return sum / Math.pow(Math.max(1, byItem.countOf(j)), 0.4f);
    }

    @Test
    void parametersOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new Rp3Beta(1, 0, 0, false, 1)).hasMessageContaining("alpha=0");
    }
}
