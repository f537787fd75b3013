package dev.aisle.compute.evaluate;

import java.nio.file.Path;
import java.util.List;

/** Reads a file of a format. */
@FunctionalInterface
interface LineReader {
    /**
     * Reads.
     *
     * @param users numbers people or sessions as they come
     * @param items numbers items as they come
     * @throws dev.aisle.compute.UsageException with file, line and field when something can't be used
     */
    List<Entry> read(Path file, Names users, Names items);
}
