package dev.aisle.compute.evaluate;

import dev.aisle.compute.UsageException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/** The options of the command line, by name; each may stand more than once. */
final class Options {
    private static final Set<String> FLAGS = Set.of("--repeats", "--new-items");
    private static final Set<String> KNOWN = Set.of(
            "--format",
            "--data",
            "--train",
            "--test",
            "--split",
            "--columns",
            "--weights",
            "--target",
            "--half-life",
            "--session-gap",
            "--people",
            "--group",
            "--items",
            "--relevant",
            "--algorithms",
            "--k",
            "--out",
            "--seed");

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    Options(List<String> arguments) {
        for (int n = 0; n < arguments.size(); n++) {
            String name = arguments.get(n);
            if (FLAGS.contains(name)) {
                values.put(name, List.of("true"));
            } else if (!KNOWN.contains(name)) {
                throw new UsageException("unknown option " + name + "; expected one of "
                        + String.join(
                                ", ",
                                Stream.concat(KNOWN.stream(), FLAGS.stream())
                                        .sorted()
                                        .toList()));
            } else if (++n == arguments.size()) {
                throw new UsageException(name + ": a value is missing");
            } else {
                values.computeIfAbsent(name, key -> new ArrayList<>()).add(arguments.get(n));
            }
        }
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    Optional<String> optional(String name) {
        return all(name).isEmpty() ? Optional.empty() : Optional.of(all(name).getLast());
    }

    String required(String name) {
        return optional(name).orElseThrow(() -> new UsageException(name + " is missing"));
    }

    boolean flag(String name) {
        return values.containsKey(name);
    }

    Path file(String name) {
        Path file = Path.of(required(name));
        if (!file.toFile().canRead()) {
            throw new UsageException(name + ": no file that can be read: " + file);
        }
        return file;
    }

    /**
     * A number above 0.
     *
     * @param what it is, for the message
     */
    OptionalDouble number(String name, String what) {
        if (optional(name).isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(required(name));
            if (value > 0 && Double.isFinite(value)) {
                return OptionalDouble.of(value);
            }
        } catch (NumberFormatException e) {
            // the same answer as for a number that isn't above 0
        }
        throw new UsageException(name + ": expected " + what + " > 0, was " + required(name));
    }

    /** The lengths of lists, ascending. */
    int[] cutoffs() {
        String text = optional("--k").orElse("5,10,20");
        try {
            int[] cutoffs = Arrays.stream(text.split(",", -1))
                    .mapToInt(part -> Integer.parseInt(part.trim()))
                    .distinct()
                    .sorted()
                    .toArray();
            if (cutoffs[0] >= 1) {
                return cutoffs;
            }
        } catch (NumberFormatException e) {
            // the same answer as for a number below 1
        }
        throw new UsageException("--k: expected whole numbers ≥ 1 with commas, was " + text);
    }

    long seed() {
        String text = optional("--seed").orElse("1");
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new UsageException("--seed: expected a whole number, was " + text);
        }
    }
}
