package dev.aisle.compute.evaluate;

import dev.aisle.compute.UsageException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The splits that can be asked for. */
enum SplitKind {
    /** The train and test files as they are. */
    GIVEN("given", "given (--train and --test)"),
    /** By time. */
    TEMPORAL("temporal", "temporal:YYYY-MM-DD or temporal:SHARE"),
    /** Everybody's last. */
    LEAVE_ONE_OUT("leave-one-out", "leave-one-out"),
    /** At random. */
    FOLDS("kfold", "kfold:K"),
    /** Items that nobody took before. */
    NEW_ITEMS("new-items", "new-items:SHARE");

    private final String word;
    private final String usage;

    SplitKind(String word, String usage) {
        this.word = word;
        this.usage = usage;
    }

    /** Reads a split of one file. */
    static Split parse(String text, String format, List<SplitKind> able) {
        String word = text.split(":", 2)[0];
        String rest = text.contains(":") ? text.substring(text.indexOf(':') + 1) : "";
        SplitKind kind = able.stream()
                .filter(one -> one.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "--split: format " + format + " can't do '" + text + "'; it can do " + usage(able)));
        return switch (kind) {
            case GIVEN -> throw new UsageException("--split given: say --train and --test instead of --data");
            case TEMPORAL -> temporal(text, rest);
            case LEAVE_ONE_OUT -> new Split.LeaveOneOut();
            case FOLDS -> folds(text, rest);
            case NEW_ITEMS ->
                new Split.NewItems(
                        share(rest)
                                .orElseThrow(() -> new UsageException(
                                        "--split: expected new-items:SHARE with 0 < SHARE < 1, was " + text)),
                        0);
        };
    }

    static String usage(List<SplitKind> able) {
        return able.stream().map(kind -> kind.usage).collect(Collectors.joining(", "));
    }

    private static Split temporal(String text, String rest) {
        try {
            if (rest.contains("-")) {
                return new Split.At(text, Moment.millis(rest));
            }
        } catch (IllegalArgumentException e) {
            // the same answer as for a share out of range
        }
        return new Split.Share(share(rest)
                .orElseThrow(() -> new UsageException(
                        "--split: expected temporal:YYYY-MM-DD or temporal:SHARE with 0 < SHARE < 1, was " + text)));
    }

    /** A share between 0 and 1; empty when the text is anything else. */
    private static Optional<Double> share(String text) {
        try {
            return Optional.of(Double.parseDouble(text)).filter(share -> share > 0 && share < 1);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Split folds(String text, String rest) {
        if (!rest.matches("[2-9]|[1-9]\\d")) {
            throw new UsageException("--split: expected kfold:K with 2 ≤ K ≤ 99, was " + text);
        }
        int folds = Integer.parseInt(rest);
        return new Split.Folds(folds, folds);
    }
}
