package dev.aisle.algorithms.kernels;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernels on the Vector API, the one class that needs it. Sums across lanes go through shuffles, since the API leaves the order of its own
 * reduction open, and it does differ between interpreted and compiled code. The work horse is {@link #tile}: 4 rows × 2 vectors of sums
 * stay in registers while the products stream by, so that six loads feed eight multiply-adds.
 */
final class VectorKernels implements Kernels {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED.length() > FloatRows.PADDING
            ? FloatVector.SPECIES_512
            : FloatVector.SPECIES_PREFERRED;
    private static final int L = LANES.length();
    private static final VectorShuffle<Float> BY_8 = VectorShuffle.iota(LANES, 8 % L, 1, true);
    private static final VectorShuffle<Float> BY_4 = VectorShuffle.iota(LANES, 4 % L, 1, true);
    private static final VectorShuffle<Float> BY_2 = VectorShuffle.iota(LANES, 2 % L, 1, true);
    private static final VectorShuffle<Float> BY_1 = VectorShuffle.iota(LANES, 1 % L, 1, true);

    @Override
    public String name() {
        return "vector, " + L + " lanes";
    }

    private static FloatVector load(float[] values, int at) {
        return FloatVector.fromArray(LANES, values, at);
    }

    private static FloatVector all(float value) {
        return FloatVector.broadcast(LANES, value);
    }

    private static float sum(FloatVector vector) {
        FloatVector sum = vector;
        if (L > 8) {
            sum = sum.add(sum.rearrange(BY_8));
        }
        if (L > 4) {
            sum = sum.add(sum.rearrange(BY_4));
        }
        if (L > 2) {
            sum = sum.add(sum.rearrange(BY_2));
        }
        return L > 1 ? sum.add(sum.rearrange(BY_1)).lane(0) : sum.lane(0);
    }

    @Override
    public float dot(float[] a, int aAt, float[] b, int bAt, int n) {
        FloatVector sum = FloatVector.zero(LANES);
        int i = 0;
        for (; i <= n - L; i += L) {
            sum = load(a, aAt + i).fma(load(b, bAt + i), sum);
        }
        return sum(sum) + tail(a, aAt, b, bAt, i, n);
    }

    private static float tail(float[] a, int aAt, float[] b, int bAt, int from, int n) {
        float sum = 0;
        for (int i = from; i < n; i++) {
            sum += a[aAt + i] * b[bAt + i];
        }
        return sum;
    }

    @Override
    public void axpy(float factor, float[] x, int xAt, float[] y, int yAt, int n) {
        FloatVector factors = all(factor);
        int i = 0;
        for (; i <= n - L; i += L) {
            factors.fma(load(x, xAt + i), load(y, yAt + i)).intoArray(y, yAt + i);
        }
        for (; i < n; i++) {
            y[yAt + i] += factor * x[xAt + i];
        }
    }

    @Override
    public void dots(FloatRows rows, int from, int to, float[] x, float[] into) {
        float[] values = rows.values();
        int stride = rows.stride();
        int n = rows.width();
        int k = from;
        for (; k + 3 < to; k += 4) {
            int row = k * stride;
            FloatVector s0 = FloatVector.zero(LANES);
            FloatVector s1 = s0;
            FloatVector s2 = s0;
            FloatVector s3 = s0;
            int i = 0;
            for (; i <= n - L; i += L) {
                FloatVector xs = load(x, i);
                s0 = load(values, row + i).fma(xs, s0);
                s1 = load(values, row + stride + i).fma(xs, s1);
                s2 = load(values, row + 2 * stride + i).fma(xs, s2);
                s3 = load(values, row + 3 * stride + i).fma(xs, s3);
            }
            into[k] = sum(s0) + tail(values, row, x, 0, i, n);
            into[k + 1] = sum(s1) + tail(values, row + stride, x, 0, i, n);
            into[k + 2] = sum(s2) + tail(values, row + 2 * stride, x, 0, i, n);
            into[k + 3] = sum(s3) + tail(values, row + 3 * stride, x, 0, i, n);
        }
        for (; k < to; k++) {
            into[k] = dot(values, k * stride, x, 0, n);
        }
    }

    /** Four vectors of sums stay in registers while the rows stream by. */
    @Override
    public void addMultiples(FloatRows rows, int from, int to, float[] factors, float[] into) {
        float[] values = rows.values();
        int stride = rows.stride();
        int n = rows.width();
        int i = 0;
        for (; i <= n - 4 * L; i += 4 * L) {
            FloatVector s0 = load(into, i);
            FloatVector s1 = load(into, i + L);
            FloatVector s2 = load(into, i + 2 * L);
            FloatVector s3 = load(into, i + 3 * L);
            for (int k = from; k < to; k++) {
                FloatVector factor = all(factors[k]);
                int at = k * stride + i;
                s0 = factor.fma(load(values, at), s0);
                s1 = factor.fma(load(values, at + L), s1);
                s2 = factor.fma(load(values, at + 2 * L), s2);
                s3 = factor.fma(load(values, at + 3 * L), s3);
            }
            s0.intoArray(into, i);
            s1.intoArray(into, i + L);
            s2.intoArray(into, i + 2 * L);
            s3.intoArray(into, i + 3 * L);
        }
        for (; i <= n - L; i += L) {
            FloatVector sum = load(into, i);
            for (int k = from; k < to; k++) {
                sum = all(factors[k]).fma(load(values, k * stride + i), sum);
            }
            sum.intoArray(into, i);
        }
        for (int k = from; i < n && k < to; k++) {
            for (int j = i; j < n; j++) {
                into[j] += factors[k] * values[k * stride + j];
            }
        }
    }

    @Override
    public void gather(FloatRows rows, int[] indexes, int at, int count, float[] factors, FloatRows into) {
        float[] values = rows.values();
        float[] target = into.values();
        int stride = rows.stride();
        for (int k = 0; k < count; k++) {
            FloatVector factor = all(factors[k]);
            int source = indexes[at + k] * stride;
            for (int i = 0; i < stride; i += L) {
                factor.mul(load(values, source + i)).intoArray(target, k * stride + i);
            }
        }
    }

    @Override
    public void addGram(FloatRows rows, int from, int to, int n, FloatRows into) {
        float[] values = rows.values();
        int stride = rows.stride();
        int first = from * stride;
        for (int i = 0; i < n; i += 4) {
            for (int j = i - i % L; j < n; j += 2 * L) {
                int at = i * into.stride() + j;
                tile(values, first + i, stride, 1, values, first + j, stride, to - from, 1f, into, at, n - j);
            }
        }
    }

    @Override
    public void multiply(FloatRows rows, int from, int to, FloatRows by, FloatRows into) {
        float[] values = rows.values();
        int stride = rows.stride();
        Arrays.fill(into.values(), 0, (to - from) * into.stride(), 0f);
        int k = from;
        for (; k + 3 < to; k += 4) {
            for (int j = 0; j < by.width(); j += 2 * L) {
                int at = (k - from) * into.stride() + j;
                tile(
                        values,
                        k * stride,
                        1,
                        stride,
                        by.values(),
                        j,
                        by.stride(),
                        rows.width(),
                        1f,
                        into,
                        at,
                        by.width() - j);
            }
        }
        for (; k < to; k++) {
            for (int f = 0; f < rows.width(); f++) {
                int at = (k - from) * into.stride();
                axpy(values[k * stride + f], by.values(), f * by.stride(), into.values(), at, by.stride());
            }
        }
    }

    @Override
    public boolean factor(FloatRows a, int n) {
        float[] values = a.values();
        int stride = a.stride();
        int rounded = (n + 3) / 4 * 4;
        for (int row = n; row < rounded; row++) {
            Arrays.fill(values, row * stride, row * stride + (rounded + L - 1) / L * L, 0f);
            values[row * stride + row] = 1;
        }
        for (int i = 0; i < n; i += 4) {
            for (int j = i - i % L; j < n; j += 2 * L) {
                tile(values, i, stride, 1, values, j, stride, i, -1f, a, i * stride + j, n - j);
            }
            if (!factorFour(values, stride, i, n)) {
                return false;
            }
        }
        return true;
    }

    /** Factors rows i to i + 3 among themselves: the square on the diagonal in scalars, then all columns by vectors. */
    private static boolean factorFour(float[] values, int stride, int i, int n) {
        int a = i * stride + i;
        int b = a + stride;
        int c = b + stride;
        int d = c + stride;
        float p0 = reciprocalRoot(values[a]);
        float r01 = values[a + 1] * p0;
        float r02 = values[a + 2] * p0;
        float r03 = values[a + 3] * p0;
        float p1 = reciprocalRoot(values[b + 1] - r01 * r01);
        float r12 = (values[b + 2] - r01 * r02) * p1;
        float r13 = (values[b + 3] - r01 * r03) * p1;
        float p2 = reciprocalRoot(values[c + 2] - r02 * r02 - r12 * r12);
        float r23 = (values[c + 3] - r02 * r03 - r12 * r13) * p2;
        float p3 = reciprocalRoot(values[d + 3] - r03 * r03 - r13 * r13 - r23 * r23);
        if (!(p0 > 0 && p1 > 0 && p2 > 0 && p3 > 0)) {
            return false;
        }
        for (int j = i - i % L; j < n; j += L) {
            int at = i * stride + j;
            FloatVector v0 = load(values, at).mul(p0);
            FloatVector v1 = load(values, at + stride).sub(v0.mul(r01)).mul(p1);
            FloatVector v2 = load(values, at + 2 * stride)
                    .sub(v0.mul(r02))
                    .sub(v1.mul(r12))
                    .mul(p2);
            FloatVector v3 = load(values, at + 3 * stride)
                    .sub(v0.mul(r03))
                    .sub(v1.mul(r13))
                    .sub(v2.mul(r23))
                    .mul(p3);
            v0.intoArray(values, at);
            v1.intoArray(values, at + stride);
            v2.intoArray(values, at + 2 * stride);
            v3.intoArray(values, at + 3 * stride);
        }
        values[a] = p0;
        values[b + 1] = p1;
        values[c + 2] = p2;
        values[d + 3] = p3;
        return true;
    }

    /** NaN or 0 when there is none. */
    private static float reciprocalRoot(float square) {
        return square > 0 ? 1 / (float) Math.sqrt(square) : Float.NaN;
    }

    @Override
    public void solve(FloatRows r, int n, float[] b, float[] into) {
        float[] values = r.values();
        int stride = r.stride();
        int rounded = (n + 3) / 4 * 4;
        for (int i = 0; i < n; i += 4) {
            forwardFour(values, stride, i, n, b, into);
        }
        // From here on b collects x; where x isn't known yet it must be zero, since whole vectors are multiplied.
        Arrays.fill(b, 0, (rounded + L - 1) / L * L, 0f);
        for (int i = rounded - 4; i >= 0; i -= 4) {
            backwardFour(values, stride, i, n, into, b);
        }
        System.arraycopy(b, 0, into, 0, (rounded + L - 1) / L * L);
    }

    private static void forwardFour(float[] values, int stride, int i, int n, float[] b, float[] y) {
        int at = i * stride + i;
        float y0 = b[i] * values[at];
        float y1 = (b[i + 1] - values[at + 1] * y0) * values[at + stride + 1];
        float y2 = (b[i + 2] - values[at + 2] * y0 - values[at + stride + 2] * y1) * values[at + 2 * stride + 2];
        float y3 = (b[i + 3] - values[at + 3] * y0 - values[at + stride + 3] * y1 - values[at + 2 * stride + 3] * y2)
                * values[at + 3 * stride + 3];
        y[i] = y0;
        y[i + 1] = y1;
        y[i + 2] = y2;
        y[i + 3] = y3;
        for (int j = (i + 4) - (i + 4) % L; j < n; j += L) {
            int row = i * stride + j;
            FloatVector left = load(b, j)
                    .sub(load(values, row).mul(y0))
                    .sub(load(values, row + stride).mul(y1));
            left.sub(load(values, row + 2 * stride).mul(y2))
                    .sub(load(values, row + 3 * stride).mul(y3))
                    .intoArray(b, j);
        }
    }

    private static void backwardFour(float[] values, int stride, int i, int n, float[] y, float[] x) {
        FloatVector s0 = FloatVector.zero(LANES);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        for (int j = (i + 4) - (i + 4) % L; j < n; j += L) {
            int row = i * stride + j;
            FloatVector xs = load(x, j);
            s0 = load(values, row).fma(xs, s0);
            s1 = load(values, row + stride).fma(xs, s1);
            s2 = load(values, row + 2 * stride).fma(xs, s2);
            s3 = load(values, row + 3 * stride).fma(xs, s3);
        }
        int at = i * stride + i;
        float x3 = (y[i + 3] - sum(s3)) * values[at + 3 * stride + 3];
        float x2 = (y[i + 2] - sum(s2) - values[at + 2 * stride + 3] * x3) * values[at + 2 * stride + 2];
        float x1 = (y[i + 1] - sum(s1) - values[at + stride + 2] * x2 - values[at + stride + 3] * x3)
                * values[at + stride + 1];
        float x0 = (y[i] - sum(s0) - values[at + 1] * x1 - values[at + 2] * x2 - values[at + 3] * x3) * values[at];
        x[i] = x0;
        x[i + 1] = x1;
        x[i + 2] = x2;
        x[i + 3] = x3;
    }

    /**
     * {@code c_ij += sign · Σ_k a(k, i) b(k, j)} for 4 rows i and up to 2 vectors of columns j. Bare places in arrays instead of objects: a tile
     * takes some hundred cycles, and an object each would cost as much.
     *
     * @param columns how many of the columns are wanted; the second vector is left out when the first one has them
     */
    private static void tile(
            float[] a,
            int aAt,
            int aStep,
            int aRow,
            float[] b,
            int bAt,
            int bStep,
            int depth,
            float sign,
            FloatRows into,
            int at,
            int columns) {
        float[] c = into.values();
        int cRow = into.stride();
        if (columns <= L) {
            narrow(a, aAt, aStep, aRow, b, bAt, bStep, depth, sign, c, cRow, at);
            return;
        }
        FloatVector c00 = FloatVector.zero(LANES);
        FloatVector c01 = c00;
        FloatVector c10 = c00;
        FloatVector c11 = c00;
        FloatVector c20 = c00;
        FloatVector c21 = c00;
        FloatVector c30 = c00;
        FloatVector c31 = c00;
        int p = aAt;
        int q = bAt;
        for (int k = 0; k < depth; k++) {
            FloatVector b0 = load(b, q);
            FloatVector b1 = load(b, q + L);
            FloatVector a0 = all(a[p]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            FloatVector a1 = all(a[p + aRow]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            FloatVector a2 = all(a[p + 2 * aRow]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            FloatVector a3 = all(a[p + 3 * aRow]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            p += aStep;
            q += bStep;
        }
        add(c, at, sign, c00);
        add(c, at + L, sign, c01);
        add(c, at + cRow, sign, c10);
        add(c, at + cRow + L, sign, c11);
        add(c, at + 2 * cRow, sign, c20);
        add(c, at + 2 * cRow + L, sign, c21);
        add(c, at + 3 * cRow, sign, c30);
        add(c, at + 3 * cRow + L, sign, c31);
    }

    private static void narrow(
            float[] a,
            int aAt,
            int aStep,
            int aRow,
            float[] b,
            int bAt,
            int bStep,
            int depth,
            float sign,
            float[] c,
            int cRow,
            int at) {
        FloatVector c0 = FloatVector.zero(LANES);
        FloatVector c1 = c0;
        FloatVector c2 = c0;
        FloatVector c3 = c0;
        int p = aAt;
        int q = bAt;
        for (int k = 0; k < depth; k++) {
            FloatVector b0 = load(b, q);
            c0 = all(a[p]).fma(b0, c0);
            c1 = all(a[p + aRow]).fma(b0, c1);
            c2 = all(a[p + 2 * aRow]).fma(b0, c2);
            c3 = all(a[p + 3 * aRow]).fma(b0, c3);
            p += aStep;
            q += bStep;
        }
        add(c, at, sign, c0);
        add(c, at + cRow, sign, c1);
        add(c, at + 2 * cRow, sign, c2);
        add(c, at + 3 * cRow, sign, c3);
    }

    private static void add(float[] c, int at, float sign, FloatVector sum) {
        all(sign).fma(sum, load(c, at)).intoArray(c, at);
    }
}
