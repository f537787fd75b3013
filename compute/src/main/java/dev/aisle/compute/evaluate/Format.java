package dev.aisle.compute.evaluate;

import dev.aisle.compute.UsageException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A format of data.
 *
 * @param name as in {@code --format}
 * @param splits that it can do
 * @param preset split of {@code --data} when none is asked for
 * @param options that mean something to it, beside those of all formats
 */
record Format(String name, List<SplitKind> splits, String preset, Set<String> options) {
    static final Format LISTS =
            new Format("lists", List.of(SplitKind.GIVEN, SplitKind.FOLDS), "kfold:5", Set.of("--repeats"));
    static final Format ORDERED = new Format(
            "ordered",
            List.of(SplitKind.LEAVE_ONE_OUT, SplitKind.FOLDS, SplitKind.GIVEN),
            "leave-one-out",
            Set.of("--repeats"));
    static final Format SESSIONS =
            new Format("sessions", List.of(SplitKind.GIVEN, SplitKind.TEMPORAL), "temporal:0.9", Set.of());
    static final Format PREFIXES = new Format("prefixes", List.of(SplitKind.GIVEN), "given", Set.of());
    static final Format RATINGS = new Format(
            "ratings",
            List.of(SplitKind.FOLDS, SplitKind.TEMPORAL, SplitKind.LEAVE_ONE_OUT, SplitKind.NEW_ITEMS, SplitKind.GIVEN),
            "kfold:5",
            Set.of("--columns", "--relevant", "--session-gap", "--half-life", "--people", "--group", "--items"));
    static final Format EVENTS = new Format(
            "events",
            List.of(SplitKind.TEMPORAL, SplitKind.LEAVE_ONE_OUT, SplitKind.FOLDS, SplitKind.NEW_ITEMS, SplitKind.GIVEN),
            "temporal:0.8",
            Set.of(
                    "--columns",
                    "--weights",
                    "--target",
                    "--half-life",
                    "--session-gap",
                    "--people",
                    "--group",
                    "--items",
                    "--new-items",
                    "--repeats"));

    private static final List<Format> ALL = List.of(LISTS, ORDERED, SESSIONS, PREFIXES, RATINGS, EVENTS);
    private static final Set<String> SOME_FORMATS =
            ALL.stream().flatMap(format -> format.options.stream()).collect(Collectors.toUnmodifiableSet());

    /** The format that is asked for, once the options are those that it has. */
    static Format of(Options options) {
        String name = options.required("--format");
        Format format = ALL.stream()
                .filter(one -> one.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException("--format: unknown format '" + name + "'; expected "
                        + String.join(", ", ALL.stream().map(Format::name).toList())));
        for (String option : SOME_FORMATS.stream().sorted().toList()) {
            if (options.flag(option) && !format.options.contains(option)) {
                throw new UsageException(option + ": means nothing to format " + name + "; it belongs to "
                        + String.join(
                                ", ",
                                ALL.stream()
                                        .filter(one -> one.options.contains(option))
                                        .map(Format::name)
                                        .toList()));
            }
        }
        return format;
    }

    /** Whether train and test come as two files. */
    boolean given(Options options) {
        if (options.flag("--data") && (options.flag("--train") || options.flag("--test"))) {
            throw new UsageException("--data and --train/--test exclude each other; say one file to split, or two");
        }
        if (options.flag("--data") && preset.equals("given")) {
            throw new UsageException("--data: format " + name + " takes --train and --test");
        }
        boolean asked = options.optional("--split").filter("given"::equals).isPresent();
        boolean given = asked || options.flag("--train") || options.flag("--test") || preset.equals("given");
        if (given && !asked && options.flag("--split")) {
            throw new UsageException("--split: --train and --test are split already; say --data for another split");
        }
        return given;
    }

    Split split(Options options) {
        return SplitKind.parse(options.optional("--split").orElse(preset), name, splits);
    }
}
