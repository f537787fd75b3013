package dev.aisle.algorithms.kernels;

/**
 * Rows of a dense matrix in one array: row r, column c is {@code values[r · stride + c]}. The columns from width to stride are padding, and
 * zero where a kernel asks for padded rows.
 *
 * @param values at least {@code rows · stride} numbers
 * @param width columns, ≥ 0
 * @param stride from one row to the next, ≥ width
 */
@SuppressWarnings("ArrayRecordComponent") // a view of the caller's array, which kernels read and write
public record FloatRows(float[] values, int width, int stride) {
    /** Strides of padded rows are multiples of this, which every number of lanes divides. */
    public static final int PADDING = 16;

    /** Checks the shape. */
    public FloatRows {
        if (width < 0 || stride < width) {
            throw new IllegalArgumentException("rows of " + width + " numbers can't be " + stride + " apart");
        }
    }

    /** Padded rows of zeros. */
    public static FloatRows zeros(int rows, int width) {
        int stride = padded(width);
        return new FloatRows(new float[Math.multiplyExact(rows, stride)], width, stride);
    }

    /** The same numbers in padded rows: a copy, unless they are padded already. */
    public static FloatRows padded(float[] values, int width) {
        int stride = padded(width);
        if (stride == width) {
            return new FloatRows(values, width, width);
        }
        int rows = values.length / Math.max(1, width);
        FloatRows padded = zeros(rows, width);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(values, row * width, padded.values, row * stride, width);
        }
        return padded;
    }

    /** The least multiple of {@link #PADDING} that is ≥ width. */
    public static int padded(int width) {
        return Math.multiplyExact((width + PADDING - 1) / PADDING, PADDING);
    }

    /** How many whole rows there are. */
    public int rows() {
        return stride == 0 ? 0 : values.length / stride;
    }

    /** The numbers row after row without padding: a copy, unless there is none. */
    public float[] compact() {
        if (stride == width) {
            return values;
        }
        float[] compact = new float[rows() * width];
        for (int row = 0; row < rows(); row++) {
            System.arraycopy(values, row * stride, compact, row * width, width);
        }
        return compact;
    }
}
