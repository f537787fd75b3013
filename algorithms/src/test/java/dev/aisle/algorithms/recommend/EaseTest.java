package dev.aisle.algorithms.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class EaseTest {
    @Property(tries = 20)
    void theBlockedInverseIsTheInverse(@ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int n) {
        SplittableRandom random = new SplittableRandom(seed);
        DMatrixRMaj half = new DMatrixRMaj(n, n);
        for (int i = 0; i < n * n; i++) {
            half.set(i, random.nextGaussian());
        }
        DMatrixRMaj matrix = CommonOps_DDRM.identity(n);
        CommonOps_DDRM.scale(n, matrix);
        CommonOps_DDRM.multAddTransB(half, half, matrix);
        double[][] inverse = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                inverse[i][j] = matrix.get(i, j);
            }
        }

        assertThat(BlockInverse.invert(inverse, 3, Progress.NONE)).isTrue();

        DMatrixRMaj product = new DMatrixRMaj(n, n);
        CommonOps_DDRM.mult(matrix, new DMatrixRMaj(inverse), product);
        CommonOps_DDRM.subtractEquals(product, CommonOps_DDRM.identity(n));
        assertThat(CommonOps_DDRM.elementMaxAbs(product)).isLessThan(1e-9);
    }

    @Test
    void whatIsNotPositiveDefiniteIsSaid() {
        assertThat(BlockInverse.invert(new double[][] {{1, 2}, {2, 1}}, 1, Progress.NONE))
                .isFalse();
    }

    @Property(tries = 100)
    void theWeightsSolveTheRidgeRegressionOfEveryItem(@ForAll long seed, @ForAll boolean fewPeople) {
        int people = fewPeople ? 9 : 60;
        Interactions shop = RandomShop.of(seed, people, 20);
        Model model = new Ease(3, Long.MAX_VALUE, 2).fit(shop, Progress.NONE);
        DMatrixRMaj x = new DMatrixRMaj(people, 20);
        for (int user = 0; user < people; user++) {
            for (int p = shop.start(user); p < shop.start(user + 1); p++) {
                x.set(user, shop.item(p), shop.weight(p));
            }
        }
        for (int item = 0; item < 20; item++) {
            // Regress the item's column on all others: the closed form must give the same weights.
            DMatrixRMaj own = CommonOps_DDRM.extractColumn(x, item, null);
            DMatrixRMaj others = x.copy();
            for (int user = 0; user < people; user++) {
                others.set(user, item, 0);
            }
            DMatrixRMaj gram = CommonOps_DDRM.identity(20);
            CommonOps_DDRM.scale(3, gram);
            CommonOps_DDRM.multAddTransA(others, others, gram);
            DMatrixRMaj right = new DMatrixRMaj(20, 1);
            CommonOps_DDRM.multTransA(others, own, right);
            DMatrixRMaj weights = new DMatrixRMaj(20, 1);
            assertThat(CommonOps_DDRM.solve(gram, right, weights)).isTrue();
            for (int from = 0; from < 20; from++) {
                float[] scores = new float[20];
                model.score(History.of(from), scores);
                assertThat((double) scores[item]).isCloseTo(from == item ? 0 : weights.get(from), within(1e-5));
            }
        }
    }

    @Test
    void tooManyItemsAreRefusedWithTheMemoryTheyNeed() {
        Interactions shop = Interactions.collect(100_000, 100_000).build();

        assertThatThrownBy(() -> new Ease(100, 1L << 30, 1).fit(shop, Progress.NONE))
                .hasMessage(
                        "ease: 100,000 items need 114,440 MB, and 1,024 MB may be used; take fewer items, more memory or"
                                + " another algorithm");
        assertThat(new Ease(100, 1L << 30, 1).refusal(1_000, 10_000)).isEmpty();
        assertThat(new Ease(100, 400_000_000, 1).refusal(1_000, 10_000).orElseThrow())
                .startsWith("10,000 items need 465 MB");
        assertThatThrownBy(() -> new Ease(0, 1, 1)).hasMessageContaining("lambda=0");
    }
}
