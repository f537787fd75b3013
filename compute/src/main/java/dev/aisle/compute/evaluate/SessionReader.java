package dev.aisle.compute.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** {@code SessionId ItemId Time} with tabs (or commas) between them and a header; other columns are passed over. */
final class SessionReader implements LineReader {
    private static final Pattern SEPARATOR = Pattern.compile("[\\t,]");
    private static final List<String> COLUMNS = List.of("sessionid", "itemid", "time");

    /** Where the columns stand. */
    private record Layout(int session, int item, int time) {
        static Layout of(String header) {
            List<String> names = Arrays.stream(SEPARATOR.split(header, -1))
                    .map(name -> name.trim().toLowerCase(Locale.ROOT))
                    .toList();
            for (String column : COLUMNS) {
                if (!names.contains(column)) {
                    throw new IllegalArgumentException(
                            "expected the header SessionId, ItemId, Time with tabs between them, was '" + header + "'");
                }
            }
            return new Layout(
                    names.indexOf(COLUMNS.get(0)), names.indexOf(COLUMNS.get(1)), names.indexOf(COLUMNS.get(2)));
        }

        int last() {
            return Math.max(session, Math.max(item, time));
        }
    }

    @Override
    public List<Entry> read(Path file, Names users, Names items) {
        List<Entry> entries = new ArrayList<>();
        List<Layout> layout = new ArrayList<>();
        TextLines.each(file, (number, line) -> {
            if (layout.isEmpty()) {
                layout.add(Layout.of(line));
            } else {
                entries.add(entry(SEPARATOR.split(line, -1), layout.getFirst(), users, items));
            }
        });
        return entries;
    }

    private static Entry entry(String[] cells, Layout layout, Names users, Names items) {
        if (cells.length <= layout.last()) {
            throw new IllegalArgumentException(
                    "expected " + (layout.last() + 1) + " cells with tabs between them, found " + cells.length);
        }
        return new Entry(
                users.index(required(cells[layout.session()], "SessionId")),
                items.index(required(cells[layout.item()], "ItemId")),
                time(cells[layout.time()].trim()),
                1,
                true);
    }

    private static long time(String text) {
        try {
            return Moment.millis(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Time: " + e.getMessage(), e);
        }
    }

    private static String required(String cell, String field) {
        if (cell.isBlank()) {
            throw new IllegalArgumentException(field + ": is empty");
        }
        return cell.trim();
    }
}
