package dev.aisle.text;

import dev.aisle.algorithms.nearest.ByteRows;

/**
 * The point of a product's text as it is stored.
 *
 * @param hash of the text
 * @param values −127 … 127
 * @param scale the point is {@code scale · values}
 */
@SuppressWarnings("ArrayRecordComponent") // bytes between a column and a matrix
public record StoredVector(long hash, byte[] values, float scale) {
    /** Of a point. */
    public static StoredVector of(long hash, float[] point) {
        ByteRows rows = new ByteRows(1, point.length);
        rows.set(0, point, 0);
        return new StoredVector(hash, rows.bytes(0), rows.scale(0));
    }
}
