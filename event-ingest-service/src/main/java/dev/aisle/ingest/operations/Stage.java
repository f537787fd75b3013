package dev.aisle.ingest.operations;

import java.util.List;

/**
 * A topic as a stage of the flow.
 *
 * @param topic its name
 * @param records that it keeps, about: markers of transactions count
 * @param lastHour about how many came within the last hour
 * @param readers who reads it, by the name of their group
 */
record Stage(String topic, long records, long lastHour, List<Reader> readers) {
    public Stage {
        readers = List.copyOf(readers);
    }

    /**
     * A group of consumers.
     *
     * @param group its name
     * @param working whether it has a member
     * @param lag how many records it has not read yet
     */
    public record Reader(String group, boolean working, long lag) {}

    /** The lag of whoever is furthest behind. */
    public long longestLag() {
        return readers.stream().mapToLong(Reader::lag).max().orElse(0);
    }
}
