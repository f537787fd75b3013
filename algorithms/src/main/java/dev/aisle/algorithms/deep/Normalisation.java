package dev.aisle.algorithms.deep;

import dev.aisle.algorithms.kernels.FloatRows;

/**
 * Layer normalisation: {@code gain · (x − mean) / √(variance + ε) + bias} over each row.
 *
 * @param gain one a column
 * @param bias one a column
 * @see <a href="https://arxiv.org/abs/1607.06450">Ba, Kiros, Hinton 2016</a>
 */
record Normalisation(float[] gain, float[] bias) {
    /** ε, of training too. */
    static final float EPSILON = 1e-5f;

    /** Rows {@code from ≤ r < to} into the same rows of another array. */
    void apply(FloatRows x, int from, int to, FloatRows into) {
        for (int row = from; row < to; row++) {
            apply(x.values(), row * x.stride(), into.values(), row * into.stride());
        }
    }

    private void apply(float[] x, int at, float[] into, int target) {
        float sum = 0;
        for (int i = 0; i < gain.length; i++) {
            sum += x[at + i];
        }
        float mean = sum / gain.length;
        float squares = 0;
        for (int i = 0; i < gain.length; i++) {
            float difference = x[at + i] - mean;
            squares += difference * difference;
        }
        float scale = (float) (1 / Math.sqrt(squares / gain.length + EPSILON));
        for (int i = 0; i < gain.length; i++) {
            into[target + i] = gain[i] * (x[at + i] - mean) * scale + bias[i];
        }
    }
}
