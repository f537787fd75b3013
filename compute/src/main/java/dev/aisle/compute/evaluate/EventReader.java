package dev.aisle.compute.evaluate;

import dev.aisle.compute.UsageException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads events or ratings of a CSV file, and what the files beside it say about items and people. */
final class EventReader implements LineReader {
    private static final List<String> RATED_FIELDS = List.of("user", "item", "rating", "time");

    private final Options options;
    private final boolean rated;
    private final PrintStream err;
    private final EventWeights weights;
    private final double relevant;
    private final Facts facts = new Facts();
    private final Omissions omissions = new Omissions();
    private boolean timed;

    EventReader(Options options, boolean rated, PrintStream err) {
        this.options = options;
        this.rated = rated;
        this.err = err;
        this.weights = EventWeights.parse(options.optional("--weights"), options.optional("--target"));
        this.relevant = options.number("--relevant", "the least rating that counts as found")
                .orElse(0);
    }

    /** The file meant by a path: of a folder its events, as the importer takes them. */
    static Path in(Path path) {
        if (!Files.isDirectory(path)) {
            return path;
        }
        return List.of(
                        "transactions.csv",
                        "transactions_sample.csv",
                        "online_retail.csv.gz",
                        "online_retail.csv",
                        "events.csv",
                        "ratings.csv")
                .stream()
                .map(path::resolve)
                .filter(Files::isReadable)
                .findFirst()
                .orElseThrow(() -> new UsageException("--data: no event file in the folder " + path));
    }

    /** Whether the events have times. */
    boolean timed() {
        return timed;
    }

    @Override
    public List<Entry> read(Path file, Names users, Names items) {
        Rows rows = new Rows(users, items);
        omissions.addAll(CsvTable.read("--data", file, err, rows));
        weights.report().ifPresent(err::println);
        timed = rows.columns().has("time");
        return rows.entries;
    }

    /** Lines of all files that don't count, and why. */
    List<LeftOut> leftOut() {
        Omissions all = new Omissions();
        all.addAll(omissions.all());
        all.addAll(weights.leftOut());
        return all.all();
    }

    Items items(Path named, Names items) {
        facts.readItems(options, named, err, items);
        return facts.items(items);
    }

    List<String> groups(Path named, Names users) {
        return facts.groups(options, named, err, users);
    }

    /** Takes the rows of one file. */
    private final class Rows implements CsvTable.Taker {
        private final Names users;
        private final Names items;
        private final List<Entry> entries = new ArrayList<>();
        private Optional<Columns> found = Optional.empty();

        Rows(Names users, Names items) {
            this.users = users;
            this.items = items;
        }

        private Columns columns() {
            return found.orElseThrow(() -> new IllegalStateException("the header comes first"));
        }

        @Override
        public boolean header(List<String> cells) {
            boolean bare = rated && cells.size() >= 3 && cells.stream().limit(3).allMatch(EventReader::numeric);
            List<String> names = bare ? RATED_FIELDS.subList(0, Math.min(cells.size(), RATED_FIELDS.size())) : cells;
            Columns columns = Columns.of(bare ? Optional.empty() : options.optional("--columns"), names);
            found = Optional.of(rated ? columns.with("user", "item", "rating") : columns.with("user", "item"));
            options.optional("--group").ifPresent(group -> facts.groupColumn(cells.indexOf(group)));
            return !bare;
        }

        @Override
        public void row(String[] cells) {
            Columns columns = columns();
            String user = columns.text("user", cells);
            String item = columns.text("item", cells);
            float weight = weight(columns, cells);
            if (weight == 0 || user.isEmpty() || item.isEmpty()) {
                boolean nameless = user.isEmpty() || item.isEmpty();
                omissions.add("lines", nameless ? 1 : 0, "they name no person or no item");
                omissions.add(
                        "lines", !nameless && returned(columns, cells) ? 1 : 0, "returns: a quantity of 0 or less");
                return;
            }
            long time = columns.has("time") ? time(columns, cells) : entries.size();
            boolean wanted = rated ? weight >= relevant : weights.wanted(type(columns, cells));
            int userIndex = users.index(user);
            int itemIndex = items.index(item);
            entries.add(new Entry(userIndex, itemIndex, time, weight, wanted));
            facts.note(columns, cells, userIndex, itemIndex);
        }

        private long time(Columns columns, String[] cells) {
            try {
                return Moment.millis(columns.text("time", cells));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("time: " + e.getMessage(), e);
            }
        }

        /** 0 when the line doesn't count: a return, or a type without weight. */
        private float weight(Columns columns, String[] cells) {
            if (rated) {
                return positive(columns.number("rating", cells, Double.NaN), "rating");
            }
            if (returned(columns, cells)) {
                return 0;
            }
            float own = positive(columns.number("weight", cells, 1), "weight");
            return own * weights.of(type(columns, cells));
        }

        private static boolean returned(Columns columns, String[] cells) {
            return columns.number("quantity", cells, 1) <= 0;
        }

        /** As the importer has it: without a type a line with an order is a purchase, one without a view. */
        private static String type(Columns columns, String[] cells) {
            String type = columns.text("event", cells);
            if (!type.isEmpty() || !columns.has("order")) {
                return type;
            }
            return columns.text("order", cells).isEmpty() ? "view" : "purchase";
        }

        private static float positive(double value, String field) {
            if (!(value > 0)) {
                throw new IllegalArgumentException(field + ": expected a number > 0, was "
                        + (Double.isNaN(value) ? "nothing" : Double.toString(value)));
            }
            return (float) value;
        }
    }

    private static boolean numeric(String text) {
        return text.trim().matches("-?\\d+(\\.\\d+)?");
    }
}
