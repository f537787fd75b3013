package dev.aisle.compute.evaluate;

import dev.aisle.compute.UsageException;
import java.util.List;
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
    FOLDS("kfold", "kfold:K");

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
            double share = Double.parseDouble(rest);
            if (share > 0 && share < 1) {
                return new Split.Share(share);
            }
        } catch (IllegalArgumentException e) {
            // the same answer as for a share out of range
        }
        throw new UsageException(
                "--split: expected temporal:YYYY-MM-DD or temporal:SHARE with 0 < SHARE < 1, was " + text);
    }

    private static Split folds(String text, String rest) {
        if (!rest.matches("[2-9]|[1-9]\\d")) {
            throw new UsageException("--split: expected kfold:K with 2 ≤ K ≤ 99, was " + text);
        }
        int folds = Integer.parseInt(rest);
        return new Split.Folds(folds, folds);
    }
}
