package dev.aisle.algorithms.deep;

import dev.aisle.algorithms.kernels.FloatRows;
import dev.aisle.algorithms.kernels.Kernels;
import java.util.Arrays;

/**
 * {@link RecurrentNetwork} after the last item: {@code r = σ(W_r x + U_r h)}, {@code z = σ(W_z x + U_z h)}, {@code n = tanh(W_n x + r U_n h)},
 * {@code h ← (1 − z) n + z h}, each product with its bias.
 */
final class RecurrentForward implements Network.Forward {
    private final int width;
    private final float inputScale;
    private final Kernels kernels;
    private final FloatRows items;
    private final FloatRows input;
    private final FloatRows state;
    private final float[] inputBias;
    private final float[] stateBias;
    private final float[] levels;

    RecurrentForward(RecurrentNetwork network, Weights weights, Kernels kernels) {
        this.width = network.width();
        this.inputScale = (float) Math.sqrt(width);
        this.kernels = kernels;
        this.items = weights.rows("items");
        this.input = weights.rows("gates.input");
        this.state = weights.rows("gates.state");
        this.inputBias = weights.array("gates.input.bias");
        this.stateBias = weights.array("gates.state.bias");
        this.levels = weights.array("levels");
    }

    @Override
    public void score(int[] session, float[] into) {
        float[] h = new float[width];
        float[] x = new float[width];
        float[] fromInput = new float[3 * width];
        float[] fromState = new float[3 * width];
        for (int item : session) {
            Arrays.fill(x, 0f);
            kernels.axpy(inputScale, items.values(), item * width, x, 0, width);
            kernels.dots(input, 0, 3 * width, x, fromInput);
            kernels.axpy(1f, inputBias, 0, fromInput, 0, 3 * width);
            kernels.dots(state, 0, 3 * width, h, fromState);
            kernels.axpy(1f, stateBias, 0, fromState, 0, 3 * width);
            for (int i = 0; i < width; i++) {
                float reset = sigmoid(fromInput[i] + fromState[i]);
                float update = sigmoid(fromInput[width + i] + fromState[width + i]);
                float next = (float) Math.tanh(fromInput[2 * width + i] + reset * fromState[2 * width + i]);
                h[i] = (1 - update) * next + update * h[i];
            }
        }
        kernels.dots(items, 0, items.rows(), h, into);
        kernels.axpy(1f, levels, 0, into, 0, levels.length);
    }

    private static float sigmoid(float x) {
        return (float) (1 / (1 + Math.exp(-x)));
    }
}
