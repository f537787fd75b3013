package dev.aisle.algorithms.deep;

/** {@code e^(x_i − max) / Σ_j e^(x_j − max)} in place. */
final class Softmax {
    private Softmax() {}

    /** @param count numbers from the first on, ≥ 1 */
    static void apply(float[] x, int count) {
        float most = x[0];
        for (int n = 1; n < count; n++) {
            most = Math.max(most, x[n]);
        }
        float sum = 0;
        for (int n = 0; n < count; n++) {
            x[n] = (float) Math.exp(x[n] - most);
            sum += x[n];
        }
        float share = 1 / sum;
        for (int n = 0; n < count; n++) {
            x[n] *= share;
        }
    }
}
