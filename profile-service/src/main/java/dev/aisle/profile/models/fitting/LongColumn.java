package dev.aisle.profile.models.fitting;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Whole numbers, one a row. */
final class LongColumn {
    private static final int FIRST = 1_024;

    private long[] values = new long[FIRST];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    int size() {
        return size;
    }

    long get(int row) {
        return values[row];
    }

    long[] toArray() {
        return Arrays.copyOf(values, size);
    }

    /** As numbers that aren't whole. */
    double[] toDoubles() {
        return Arrays.stream(values, 0, size).asDoubleStream().toArray();
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(size);
        for (int i = 0; i < size; i++) {
            out.writeLong(values[i]);
        }
    }

    void read(DataInput in) throws IOException {
        int rows = in.readInt();
        for (int i = 0; i < rows; i++) {
            add(in.readLong());
        }
    }
}
