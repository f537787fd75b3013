package dev.aisle.recommender.models.domain;

/**
 * How a model lies in a file, format 1; all numbers are big-endian:
 *
 * <pre>
 * 8 bytes  magic "AISLEREC"
 * int      format
 * long     length of the payload
 * payload  text    version
 *          long    trained at, milliseconds since 1970
 *          int     number of products n
 *          n texts product ids, ascending
 *          floats  popularity
 *          lists   similar:         ints offsets, ints neighbours, floats similarities, byte normalised
 *          lists   bought together: the same
 *          factors int rank, 3 floats ridge, floats item factors
 * long     CRC-32C of everything before
 * </pre>
 *
 * A text is its length in bytes (int) and its UTF-8; an array is its length (int) and its elements.
 */
final class ModelFile {
    static final long MAGIC = 0x4149534c45524543L;
    static final int FORMAT = 1;
    static final int HEADER_BYTES = Long.BYTES + Integer.BYTES + Long.BYTES;
    static final int CHECKSUM_BYTES = Long.BYTES;

    private ModelFile() {}
}
