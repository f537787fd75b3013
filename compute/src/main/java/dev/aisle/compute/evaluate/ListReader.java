package dev.aisle.compute.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code user item item …}, a line a person; where the order means something, in time order. */
final class ListReader implements LineReader {
    @Override
    public List<Entry> read(Path file, Names users, Names items) {
        List<Entry> entries = new ArrayList<>();
        TextLines.each(file, (number, line) -> {
            String[] cells = line.trim().split("\\s+", -1);
            int user = users.index(cells[0]);
            for (int n = 1; n < cells.length; n++) {
                entries.add(new Entry(user, items.index(cells[n]), entries.size(), 1, true));
            }
        });
        return entries;
    }
}
