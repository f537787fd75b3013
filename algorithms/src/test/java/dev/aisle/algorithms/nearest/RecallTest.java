package dev.aisle.algorithms.nearest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.algorithms.kernels.FloatRows;
import dev.aisle.algorithms.recommend.Progress;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class RecallTest {
    private static final int ROWS = 20_000;
    private static final int WIDTH = 32;

    @Test
    void aFewCellsFindNearlyAllOfTheBestAmongRowsOfUnequalLength() {
        FloatRows rows = clustered();
        CellRows cells = CellRows.over(rows, 280, 2, Progress.NONE);
        Recall recall = new Recall(rows, Recall.questions(rows, 50, 1), Recall.AT);

        assertThat(recall.of(cells)).isGreaterThan(0.99);
        assertThat(recall.of(cells.withProbes(42))).isGreaterThan(0.95);
        assertThat(recall.of(cells.withProbes(1))).isLessThan(recall.of(cells.withProbes(42)));
    }

    @Test
    void aLookAtAllRowsFindsAll() {
        FloatRows rows = clustered();

        assertThat(new Recall(rows, Recall.questions(rows, 10, 2), Recall.AT).of(new AllRows(rows)))
                .isEqualTo(1);
    }

    @Test
    void whoeverListensMayCancel() {
        FloatRows rows = clustered();

        assertThatThrownBy(() -> CellRows.over(rows, 100, 2, (done, total) -> done < 12))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void anEmptyMatrixHasNothingToFind() {
        FloatRows rows = FloatRows.zeros(0, WIDTH);

        assertThat(new AllRows(rows).top(new float[WIDTH], 5)).isEmpty();
        assertThat(Recall.questions(rows, 5, 3)).isEqualTo(List.of());
    }

    /** Clusters whose sizes and lengths differ as those of tastes and popularity do. */
    private static FloatRows clustered() {
        SplittableRandom random = new SplittableRandom(7);
        float[][] centres = new float[200][WIDTH];
        for (float[] centre : centres) {
            for (int i = 0; i < WIDTH; i++) {
                centre[i] = (float) random.nextGaussian();
            }
        }
        FloatRows rows = FloatRows.zeros(ROWS, WIDTH);
        for (int row = 0; row < ROWS; row++) {
            double uniform = random.nextDouble();
            float[] centre = centres[(int) (centres.length * uniform * uniform)];
            double length = Math.exp(0.5 * random.nextGaussian());
            for (int i = 0; i < WIDTH; i++) {
                rows.values()[row * rows.stride() + i] = (float) (length * (centre[i] + 0.7 * random.nextGaussian()));
            }
        }
        return rows;
    }
}
