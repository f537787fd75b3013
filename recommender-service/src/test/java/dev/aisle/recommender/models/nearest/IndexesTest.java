package dev.aisle.recommender.models.nearest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.algorithms.kernels.FloatRows;
import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.recommender.models.nearest.NearestSettings.Beyond;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IndexesTest {
    private static final int ROWS = 6_000;
    private static final int WIDTH = 20;

    private final FloatRows rows = rows();

    @Test
    void fewRowsAreAllLookedAt() {
        VectorIndex index = Indexes.over(rows, settings(ROWS, Beyond.CELLS, 0.9), Progress.NONE);

        assertThat(index.kind()).isEqualTo("exact");
        assertThat(index.recall()).isEqualTo(1);
        assertThat(index.bytes()).isZero();
        assertThat(index.size()).isEqualTo(ROWS);
        assertThat(index.dimension()).isEqualTo(WIDTH);
    }

    @ParameterizedTest
    @EnumSource(Beyond.class)
    void beyondAnIndexFindsAsMuchAsItSays(Beyond beyond) {
        VectorIndex index = Indexes.over(rows, settings(100, beyond, 0.9), Progress.NONE);
        VectorIndex exact = Indexes.over(rows, settings(ROWS, beyond, 0.9), Progress.NONE);

        assertThat(index.kind()).isEqualTo(beyond == Beyond.CELLS ? "cells" : "graph");
        assertThat(index.recall()).isGreaterThanOrEqualTo(0.9);
        assertThat(index.bytes()).isPositive();
        SplittableRandom random = new SplittableRandom(3);
        int found = 0;
        for (int question = 0; question < 50; question++) {
            float[] query = row(random.nextInt(ROWS));
            found += (int) index.top(query, 20).stream()
                    .filter(exact.top(query, 20)::contains)
                    .count();
        }
        assertThat(found / 1000.0).isGreaterThan(0.8);
    }

    @ParameterizedTest
    @EnumSource(Beyond.class)
    void anIndexThatFindsTooLittleGivesWayToAllRows(Beyond beyond) {
        List<float[]> queries = List.of(row(1), row(2));

        VectorIndex index = Indexes.over(rows, settings(100, beyond, 1.1), queries, Progress.NONE);

        assertThat(index.kind()).isEqualTo("exact");
        assertThat(index.recall()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Beyond.class)
    void buildingMayBeCancelled(Beyond beyond) {
        assertThatThrownBy(() -> Indexes.over(rows, settings(100, beyond, 0.9), (done, total) -> false))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void aQuestionOfAnotherWidthIsRefused() {
        VectorIndex index = Indexes.over(rows, settings(ROWS, Beyond.CELLS, 0.9), Progress.NONE);

        assertThatThrownBy(() -> index.top(new float[WIDTH + 1], 5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void moreThanThereAreGivesAll() {
        VectorIndex index = Indexes.over(rows, settings(ROWS, Beyond.CELLS, 0.9), Progress.NONE);

        assertThat(index.top(row(0), 1_000_000)).hasSize(ROWS);
        assertThat(index.top(row(0), 0)).isEmpty();
    }

    private static NearestSettings settings(int exactUpTo, Beyond beyond, double leastRecall) {
        return new NearestSettings(exactUpTo, beyond, leastRecall, 2);
    }

    private float[] row(int row) {
        float[] copy = new float[WIDTH];
        System.arraycopy(rows.values(), row * rows.stride(), copy, 0, WIDTH);
        return copy;
    }

    private static FloatRows rows() {
        SplittableRandom random = new SplittableRandom(5);
        float[] values = new float[ROWS * WIDTH];
        for (int row = 0; row < ROWS; row++) {
            int cluster = random.nextInt(80);
            double length = Math.exp(0.4 * random.nextGaussian());
            SplittableRandom centre = new SplittableRandom(cluster);
            for (int i = 0; i < WIDTH; i++) {
                values[row * WIDTH + i] = (float) (length * (centre.nextGaussian() + 0.6 * random.nextGaussian()));
            }
        }
        return FloatRows.padded(values, WIDTH);
    }
}
