package dev.aisle.platform.packed;

/**
 * How a value becomes bytes and is made of them again.
 *
 * @param <V> the value
 */
public interface Packing<V> {
    /** Writes a value; its key stands beside it and needn't be in it. */
    void write(V value, PackedWriter out);

    /** Reads what {@link #write} wrote, field by field in the same order. */
    V read(String key, PackedReader in);
}
