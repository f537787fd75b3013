package dev.aisle.compute.evaluate;

import dev.aisle.compute.UsageException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;

/** Reads the data that the options name, and splits it as they say. */
final class Reading {
    private final Options options;
    private final PrintStream err;
    private final Format format;
    private final boolean given;
    private final Split split;
    private final Names users = new Names();
    private final Names items = new Names();

    Reading(Options options, PrintStream err) {
        this.options = options;
        this.err = err;
        this.format = Format.of(options);
        this.given = format.given(options);
        this.split = given ? Split.Share.VALIDATION : format.split(options);
    }

    Dataset read() {
        return switch (format.name()) {
            case "lists" -> plain(Rules.plain(options.flag("--repeats")));
            case "ordered" -> plain(Rules.plain(options.flag("--repeats")).withOrder());
            case "sessions" -> sessions(new SessionReader(), new SessionReader(), new SessionAssembly(true, true));
            case "prefixes" ->
                sessions(new PrefixReader(false), new PrefixReader(true), new SessionAssembly(false, false));
            default -> events();
        };
    }

    private Dataset plain(Rules rules) {
        Split within = rules.ordered() ? new Split.LeaveOneOut() : Split.Folds.FIFTH;
        Files files = files(new ListReader(), new ListReader());
        return dataset(files, rules, new PeopleAssembly(rules), within, Items.named(items.inOrder()), ungrouped());
    }

    private Dataset sessions(LineReader train, LineReader test, SessionAssembly assembly) {
        Order order = assembly.timed() ? Order.TIMES : Order.PLACES;
        Rules rules = new Rules(false, true, order, false, Ageing.NONE, Long.MAX_VALUE);
        Files files = files(train, test);
        return dataset(files, rules, assembly, Split.Share.VALIDATION, Items.named(items.inOrder()), ungrouped());
    }

    private List<String> ungrouped() {
        return Protocol.ungrouped(users.size());
    }

    private Dataset events() {
        boolean rated = format.name().equals("ratings");
        EventReader reader = new EventReader(options, rated, err);
        Files files = files(reader, reader);
        boolean byTime = split instanceof Split.At || split instanceof Split.Share;
        boolean untimed = split instanceof Split.Folds || split instanceof Split.NewItems;
        if (!reader.timed() && !untimed && !given) {
            throw new UsageException(
                    "--split: the file has no column of times, which this split needs; say --columns time=… or kfold:5");
        }
        Rules rules = new Rules(
                !byTime,
                options.flag("--repeats"),
                reader.timed() ? Order.TIMES : Order.NONE,
                rated,
                Ageing.of(options.number("--half-life", "a number of days")),
                gapMillis());
        return dataset(
                        files,
                        rules,
                        new PeopleAssembly(rules),
                        reader.timed() ? split.within() : Split.Folds.FIFTH,
                        reader.items(files.folder(), items),
                        reader.groups(files.folder(), users))
                .without(reader.leftOut());
    }

    private long gapMillis() {
        OptionalDouble hours = options.number("--session-gap", "a number of hours");
        return hours.isEmpty() ? Long.MAX_VALUE : Math.round(hours.getAsDouble() * 3_600_000);
    }

    /**
     * What was read.
     *
     * @param name of the data, for the report
     * @param folder or file that was named
     * @param first all entries, or those of train
     * @param second those of test
     */
    private record Files(String name, Path folder, List<Entry> first, List<Entry> second) {}

    private Files files(LineReader train, LineReader test) {
        if (given) {
            Path first = options.file("--train");
            Path second = options.file("--test");
            return new Files(
                    first.getFileName().toString(),
                    first,
                    train.read(first, users, items),
                    test.read(second, users, items));
        }
        Path named = options.file("--data");
        Path file = EventReader.in(named);
        return new Files(file.getFileName().toString(), named, train.read(file, users, items), List.of());
    }

    private Dataset dataset(
            Files files, Rules rules, Assembly assembly, Split within, Items known, List<String> groups) {
        Protocol protocol = new Protocol(files.name(), rules, options.flag("--new-items"), assembly, known, groups);
        boolean wholeSessions = assembly instanceof SessionAssembly;
        ToLongFunction<Entry> when = Protocol.when(files.first(), wholeSessions);
        if (given) {
            return protocol.usable("given", List.of(new Parts(files.first(), files.second())), within, when);
        }
        return protocol.usable(
                split.text(files.first(), when), split.of(files.first(), when, options.seed()), split.within(), when);
    }
}
