package dev.aisle.compute.evaluate;

import dev.aisle.compute.UsageException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects what files say about items and people. */
final class Facts {
    private final Map<String, Map<Integer, String>> attributes = new LinkedHashMap<>();
    private final Map<Integer, String> groups = new HashMap<>();
    private int groupColumn = -1;

    /** @param place of the column of the event file that holds the group of a person; −1 when it has none */
    void groupColumn(int place) {
        groupColumn = place;
    }

    /** Notes what a line of events says besides. */
    void note(Columns columns, String[] cells, int user, int item) {
        for (String name : Columns.ATTRIBUTES) {
            if (columns.has(name)) {
                put(name, item, columns.text(name, cells));
            }
        }
        if (groupColumn >= 0) {
            groups.put(user, cells[groupColumn].trim());
        }
    }

    private void put(String name, int item, String text) {
        if (!text.isEmpty()) {
            attributes.computeIfAbsent(name, key -> new HashMap<>()).putIfAbsent(item, text);
        }
    }

    /** Reads {@code --items}, or the products of a known folder. */
    void readItems(Options options, Path named, PrintStream err, Names items) {
        beside(options, "--items", named, "products.csv")
                .ifPresent(file -> read("--items", file, err, new Rows() {
                    @Override
                    void take(String[] cells) {
                        int item = items.known(columns().text("item", cells));
                        for (String name : Columns.ATTRIBUTES) {
                            if (item >= 0 && columns().has(name)) {
                                put(name, item, columns().text(name, cells));
                            }
                        }
                    }

                    @Override
                    void check(Columns columns) {
                        columns.with("item");
                    }
                }));
    }

    /** The group of each person: of the event file's own column, or of {@code --people} or the people of a known folder. */
    List<String> groups(Options options, Path named, PrintStream err, Names users) {
        Optional<String> group = options.optional("--group");
        if (group.isPresent() && groupColumn < 0) {
            Path file = beside(options, "--people", named, "demographics.csv")
                    .orElseThrow(() -> new UsageException("--group: the data has no column " + group.get()
                            + "; say --people FILE, a CSV with a column of users and that column"));
            read("--people", file, err, new Rows() {
                @Override
                void take(String[] cells) {
                    int user = users.known(columns().text("user", cells));
                    if (user >= 0) {
                        groups.put(user, cells[columns().header().indexOf(group.get())].trim());
                    }
                }

                @Override
                void check(Columns columns) {
                    if (!columns.with("user").header().contains(group.get())) {
                        throw new UsageException("--group: " + file + " has no column " + group.get() + ", only "
                                + String.join(", ", columns.header()));
                    }
                }
            });
        }
        List<String> all = new ArrayList<>();
        for (int user = 0; user < users.size(); user++) {
            all.add(groups.getOrDefault(user, ""));
        }
        return all;
    }

    Items items(Names names) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        attributes.forEach((name, byItem) -> {
            List<String> one = new ArrayList<>();
            for (int item = 0; item < names.size(); item++) {
                one.add(byItem.getOrDefault(item, ""));
            }
            texts.put(name, one);
        });
        return new Items(names.inOrder(), texts);
    }

    private static Optional<Path> beside(Options options, String option, Path named, String name) {
        if (options.flag(option)) {
            return Optional.of(options.file(option));
        }
        Path file = named.resolve(name);
        return Files.isDirectory(named) && Files.isReadable(file) ? Optional.of(file) : Optional.empty();
    }

    private static void read(String option, Path file, PrintStream err, Rows rows) {
        CsvTable.read(option, file, err, rows);
    }

    /** Takes the rows of a file with a header. */
    private abstract static class Rows implements CsvTable.Taker {
        private Columns found = new Columns(List.of(), Map.of());

        Columns columns() {
            return found;
        }

        abstract void check(Columns columns);

        abstract void take(String[] cells);

        @Override
        public boolean header(List<String> cells) {
            found = Columns.of(Optional.empty(), cells);
            check(found);
            return true;
        }

        @Override
        public void row(String[] cells) {
            take(cells);
        }
    }
}
