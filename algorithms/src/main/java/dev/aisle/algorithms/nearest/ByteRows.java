package dev.aisle.algorithms.nearest;

import java.util.Arrays;

/**
 * Rows of numbers as bytes with one scale a row: {@code x_i ≈ scale · b_i}, {@code scale = max |x_i| / 127}. A quarter of float32; the
 * inner product of two such rows is off by about a hundredth of their lengths' product at most, by a thousandth usually.
 */
public final class ByteRows {
    /** Strides are multiples of this, which twice every number of lanes divides. */
    static final int PADDING = 64;

    private static final int LARGEST = 127;

    private final ByteKernel kernel = ByteKernel.best();
    private final byte[] values;
    private final float[] scales;
    private final int width;
    private final int stride;

    /**
     * Rows of zeros.
     *
     * @throws ArithmeticException when rows · width (rounded up to 64) is over 2³¹
     */
    public ByteRows(int rows, int width) {
        this.width = width;
        this.stride = strideOf(width);
        this.values = new byte[Math.multiplyExact(rows, stride)];
        this.scales = new float[rows];
    }

    private static int strideOf(int width) {
        return Math.multiplyExact((width + PADDING - 1) / PADDING, PADDING);
    }

    /** A question in the form that the rows have. */
    public static final class Query {
        private final short[] values;
        private final float scale;

        private Query(short[] values, float scale) {
            this.values = values;
            this.scale = scale;
        }

        /** Of as many numbers as the rows; finite. */
        public static Query of(float[] numbers) {
            float scale = scaleOf(numbers, 0, numbers.length);
            short[] values = new short[strideOf(numbers.length)];
            for (int i = 0; i < numbers.length; i++) {
                values[i] = (short) rounded(numbers[i], scale);
            }
            return new Query(values, scale);
        }
    }

    /** Writes a row. */
    public void set(int row, float[] numbers, int at) {
        float scale = scaleOf(numbers, at, width);
        scales[row] = scale;
        for (int i = 0; i < width; i++) {
            values[row * stride + i] = (byte) rounded(numbers[at + i], scale);
        }
    }

    /** Writes a row that was stored: {@link #bytes} and {@link #scale}. */
    public void set(int row, byte[] stored, float scale) {
        System.arraycopy(stored, 0, values, row * stride, width);
        scales[row] = scale;
    }

    /** A copy of a row's bytes, of length width. */
    public byte[] bytes(int row) {
        return Arrays.copyOfRange(values, row * stride, row * stride + width);
    }

    /** A row's scale. */
    public float scale(int row) {
        return scales[row];
    }

    /** {@code sum_i += weight · x_i} of a row. */
    public void addTo(float[] sum, int row, float weight) {
        float factor = weight * scales[row];
        for (int i = 0; i < width; i++) {
            sum[i] += factor * values[row * stride + i];
        }
    }

    /**
     * Inner products of rows with a question.
     *
     * @param sums room for {@code to − from} numbers, overwritten
     * @param into {@code into[k]} is of row {@code from + k}
     */
    public void dots(Query query, int from, int to, int[] sums, float[] into) {
        kernel.dots(values, stride, from, to, query.values, sums);
        for (int k = 0; k < to - from; k++) {
            into[k] = sums[k] * scales[from + k] * query.scale;
        }
    }

    /** Numbers a row. */
    public int width() {
        return width;
    }

    /** Memory of so many numbers a row: the bytes and the scale. */
    public long bytes() {
        return values.length + 4L * scales.length;
    }

    private static float scaleOf(float[] numbers, int at, int width) {
        float largest = 0;
        for (int i = 0; i < width; i++) {
            largest = Math.max(largest, Math.abs(numbers[at + i]));
        }
        return largest / LARGEST;
    }

    private static int rounded(float number, float scale) {
        return scale == 0 ? 0 : Math.clamp(Math.round(number / scale), -LARGEST, LARGEST);
    }
}
