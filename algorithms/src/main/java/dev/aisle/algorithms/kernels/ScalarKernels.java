package dev.aisle.algorithms.kernels;

import java.util.Arrays;

/** The plain twin: what {@link VectorKernels} is tested against, and what serves without the Vector API. */
final class ScalarKernels implements Kernels {
    @Override
    public String name() {
        return "scalar";
    }

    /** Four sums at once, since the processor can't reorder one. */
    @Override
    public float dot(float[] a, int aAt, float[] b, int bAt, int n) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int i = 0;
        for (; i + 3 < n; i += 4) {
            s0 += a[aAt + i] * b[bAt + i];
            s1 += a[aAt + i + 1] * b[bAt + i + 1];
            s2 += a[aAt + i + 2] * b[bAt + i + 2];
            s3 += a[aAt + i + 3] * b[bAt + i + 3];
        }
        for (; i < n; i++) {
            s0 += a[aAt + i] * b[bAt + i];
        }
        return s0 + s1 + (s2 + s3);
    }

    @Override
    public void axpy(float factor, float[] x, int xAt, float[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] += factor * x[xAt + i];
        }
    }

    @Override
    public void dots(FloatRows rows, int from, int to, float[] x, float[] into) {
        for (int k = from; k < to; k++) {
            into[k] = dot(rows.values(), k * rows.stride(), x, 0, rows.width());
        }
    }

    @Override
    public void addMultiples(FloatRows rows, int from, int to, float[] factors, float[] into) {
        for (int k = from; k < to; k++) {
            axpy(factors[k], rows.values(), k * rows.stride(), into, 0, rows.width());
        }
    }

    @Override
    public void gather(FloatRows rows, int[] indexes, int at, int count, float[] factors, FloatRows into) {
        int stride = rows.stride();
        for (int k = 0; k < count; k++) {
            int source = indexes[at + k] * stride;
            for (int i = 0; i < stride; i++) {
                into.values()[k * stride + i] = factors[k] * rows.values()[source + i];
            }
        }
    }

    @Override
    public void addGram(FloatRows rows, int from, int to, int n, FloatRows into) {
        for (int k = from; k < to; k++) {
            int row = k * rows.stride();
            for (int i = 0; i < n; i++) {
                axpy(rows.values()[row + i], rows.values(), row + i, into.values(), i * into.stride() + i, n - i);
            }
        }
    }

    @Override
    public void multiply(FloatRows rows, int from, int to, FloatRows by, FloatRows into) {
        for (int k = from; k < to; k++) {
            int target = (k - from) * into.stride();
            Arrays.fill(into.values(), target, target + into.stride(), 0f);
            for (int f = 0; f < rows.width(); f++) {
                float factor = rows.values()[k * rows.stride() + f];
                axpy(factor, by.values(), f * by.stride(), into.values(), target, by.width());
            }
        }
    }

    @Override
    public boolean factor(FloatRows a, int n) {
        float[] values = a.values();
        for (int k = 0; k < n; k++) {
            int row = k * a.stride();
            float pivot = (float) Math.sqrt(values[row + k]);
            if (!(pivot > 0) || Float.isInfinite(pivot)) {
                return false;
            }
            float reciprocal = 1 / pivot;
            values[row + k] = reciprocal;
            for (int j = k + 1; j < n; j++) {
                values[row + j] *= reciprocal;
            }
            for (int i = k + 1; i < n; i++) {
                axpy(-values[row + i], values, row + i, values, i * a.stride() + i, n - i);
            }
        }
        return true;
    }

    @Override
    public void solve(FloatRows r, int n, float[] b, float[] into) {
        float[] values = r.values();
        for (int k = 0; k < n; k++) {
            int row = k * r.stride();
            b[k] *= values[row + k];
            axpy(-b[k], values, row + k + 1, b, k + 1, n - k - 1);
        }
        Arrays.fill(into, n, Math.min(into.length, r.stride()), 0f);
        for (int k = n - 1; k >= 0; k--) {
            int row = k * r.stride();
            into[k] = (b[k] - dot(values, row + k + 1, into, k + 1, n - k - 1)) * values[row + k];
        }
    }
}
