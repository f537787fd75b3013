package dev.aisle.algorithms.deep;

import dev.aisle.algorithms.kernels.FloatRows;
import dev.aisle.algorithms.kernels.Kernels;
import java.util.List;
import java.util.stream.IntStream;

/** {@link CaserNetwork}: a shorter session has rows of zeros before it. */
final class CaserForward implements Network.Forward {
    private final CaserNetwork shape;
    private final Kernels kernels;
    private final float[] items;
    private final List<FloatRows> horizontal;
    private final List<float[]> horizontalBias;
    private final FloatRows vertical;
    private final FloatRows dense;
    private final float[] denseBias;
    private final FloatRows targets;
    private final float[] levels;

    CaserForward(CaserNetwork shape, Weights weights, Kernels kernels) {
        this.shape = shape;
        this.kernels = kernels;
        this.items = weights.array("items");
        this.horizontal = IntStream.rangeClosed(1, shape.window())
                .mapToObj(height -> weights.rows("horizontal." + height))
                .toList();
        this.horizontalBias = IntStream.rangeClosed(1, shape.window())
                .mapToObj(height -> weights.array("horizontal." + height + ".bias"))
                .toList();
        this.vertical = weights.rows("vertical");
        this.dense = weights.rows("dense");
        this.denseBias = weights.array("dense.bias");
        this.targets = weights.rows("targets");
        this.levels = weights.array("levels");
    }

    @Override
    public void score(int[] session, float[] into) {
        float[] picture = new float[shape.window() * shape.width()];
        int before = shape.window() - session.length;
        for (int step = 0; step < session.length; step++) {
            System.arraycopy(
                    items, session[step] * shape.width(), picture, (before + step) * shape.width(), shape.width());
        }
        float[] found = new float[shape.found()];
        for (int height = 1; height <= shape.window(); height++) {
            findRuns(picture, height, found);
        }
        for (int filter = 0; filter < shape.vertical(); filter++) {
            int target = shape.horizontal() * shape.window() + filter * shape.width();
            for (int place = 0; place < shape.window(); place++) {
                float weight = vertical.values()[filter * shape.window() + place];
                kernels.axpy(weight, picture, place * shape.width(), found, target, shape.width());
            }
        }
        float[] answer = new float[shape.width()];
        kernels.dots(dense, 0, shape.width(), found, answer);
        for (int i = 0; i < answer.length; i++) {
            answer[i] = Math.max(0f, answer[i] + denseBias[i]);
        }
        kernels.dots(targets, 0, targets.rows(), answer, into);
        kernels.axpy(1f, levels, 0, into, 0, levels.length);
    }

    /** The best run of each filter of a height, at least 0. */
    private void findRuns(float[] picture, int height, float[] found) {
        FloatRows filters = horizontal.get(height - 1);
        float[] bias = horizontalBias.get(height - 1);
        for (int filter = 0; filter < shape.horizontal(); filter++) {
            float best = 0;
            for (int first = 0; first + height <= shape.window(); first++) {
                float match = kernels.dot(
                        filters.values(),
                        filter * filters.stride(),
                        picture,
                        first * shape.width(),
                        height * shape.width());
                best = Math.max(best, match + bias[filter]);
            }
            found[(height - 1) * shape.horizontal() + filter] = best;
        }
    }
}
