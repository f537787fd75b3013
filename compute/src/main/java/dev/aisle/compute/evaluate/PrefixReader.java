package dev.aisle.compute.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Train: a session a line, {@code item item …}. Test: {@code item item …<TAB>next item}. Each line is a session of its own.
 *
 * @param questions whether lines end with a tab and the next item
 */
record PrefixReader(boolean questions) implements LineReader {
    @Override
    public List<Entry> read(Path file, Names users, Names items) {
        List<Entry> entries = new ArrayList<>();
        TextLines.each(file, (number, line) -> {
            int session = users.index(file + ":" + number);
            for (String item : questions ? asked(line) : line.trim().split("\\s+", -1)) {
                entries.add(new Entry(session, items.index(item), entries.size(), 1, true));
            }
        });
        return entries;
    }

    private static String[] asked(String line) {
        String[] halves = line.split("\t", -1);
        if (halves.length != 2 || halves[0].isBlank() || halves[1].isBlank()) {
            throw new IllegalArgumentException(
                    "expected the items of the prefix with spaces between them, a tab and the " + "next item, was '"
                            + line + "'");
        }
        return (halves[0].trim() + " " + halves[1].trim()).split("\\s+", -1);
    }
}
