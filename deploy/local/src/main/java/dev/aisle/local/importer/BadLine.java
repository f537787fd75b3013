package dev.aisle.local.importer;

/**
 * A line that doesn't go in.
 *
 * @param number counted from 1, the header included, as an editor shows it
 */
public record BadLine(String file, long number, String reason) {
    @Override
    public String toString() {
        return file + ":" + number + ": " + reason;
    }
}
