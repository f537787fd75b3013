package dev.aisle.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;

/** Layers that networks are made of. */
final class Operations {
    /** As in serving. */
    private static final float EPSILON = 1e-5f;

    private Operations() {}

    /** Rows of a table: the shape of the numbers, and one more dimension. */
    static NDArray rows(NDArray table, NDArray numbers) {
        return numbers.getNDArrayInternal()
                .embedding(numbers, table, SparseFormat.DENSE)
                .singletonOrThrow();
    }

    static NDArray dropout(NDArray x, float share) {
        return share == 0 ? x : x.getNDArrayInternal().dropout(x, share, true).singletonOrThrow();
    }

    static NDArray normalise(NDArray x, NDArray gain, NDArray bias) {
        return x.getNDArrayInternal()
                .layerNorm(x, new Shape(gain.size()), gain, bias, EPSILON)
                .singletonOrThrow();
    }

    static NDArray relu(NDArray x) {
        return x.getNDArrayInternal().relu();
    }

    /**
     * Convolution along the last dimension, as long as what goes in.
     *
     * @param x n × channels × length
     * @param filters filters × channels × reach
     */
    static NDArray convolve(NDArray x, NDArray filters, NDArray bias) {
        long reach = filters.getShape().get(2);
        return x.getNDArrayInternal()
                .convolution(x, filters, bias, new Shape(1), new Shape(reach / 2), new Shape(1), 1)
                .singletonOrThrow();
    }

    /**
     * Convolution in the plane, as large as what goes in.
     *
     * @param x n × channels × height × width
     * @param filters filters × channels × reach × reach
     */
    static NDArray convolvePlanes(NDArray x, NDArray filters, NDArray bias) {
        long around = filters.getShape().get(2) / 2;
        return x.getNDArrayInternal()
                .convolution(x, filters, bias, new Shape(1, 1), new Shape(around, around), new Shape(1, 1), 1)
                .singletonOrThrow();
    }

    /** The greatest of each 2 × 2. */
    static NDArray halve(NDArray x) {
        return x.getNDArrayInternal().maxPool(new Shape(2, 2), new Shape(2, 2), new Shape(0, 0), false);
    }

    /** The states of a gated recurrent unit after each step: rows × steps × width. */
    static NDArray recur(NDArray x, NDArray start, NDList weights) {
        return x.getNDArrayInternal()
                .gru(x, start, weights, true, 1, 0, true, false, true)
                .get(0);
    }
}
