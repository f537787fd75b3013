package dev.aisle.local.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A command line: the command, what follows it, and options that start with two dashes; {@code -f} is {@code --file}.
 *
 * @param command   the first word, {@code help} when there is none
 * @param operands  words that are no options
 * @param options   option → value; a switch has the value {@code true}
 */
public record Arguments(String command, List<String> operands, Map<String, String> options) {
    private static final Set<String> SWITCHES = Set.of(
            "wipe",
            "catalog",
            "dry-run",
            "follow",
            "refine",
            "withdrawals",
            "coupons",
            "replicas",
            "quick",
            "help",
            "yes",
            "measure",
            "attacks",
            "running",
            "no-cache",
            "no-containerfiles");

    public Arguments {
        operands = List.copyOf(operands);
        options = Map.copyOf(options);
    }

    public static Arguments parse(String... words) {
        var operands = new ArrayList<String>();
        var options = new HashMap<String, String>();
        for (int i = 0; i < words.length; i++) {
            var word = words[i].equals("-f") ? "--file" : words[i];
            if (!word.startsWith("--")) {
                operands.add(word);
                continue;
            }
            var equals = word.indexOf('=');
            var name = equals < 0 ? word.substring(2) : word.substring(2, equals);
            if (equals >= 0) {
                options.put(name, word.substring(equals + 1));
            } else if (SWITCHES.contains(name)) {
                options.put(name, "true");
            } else if (i + 1 < words.length) {
                options.put(name, words[++i]);
            } else {
                throw new CommandFailure("The option --" + name + " needs a value.");
            }
        }
        var command = operands.isEmpty() ? "help" : operands.removeFirst();
        return new Arguments(command, operands, options);
    }

    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    public boolean has(String name) {
        return options.containsKey(name);
    }

    public int number(String name, int otherwise) {
        var text = options.get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new CommandFailure("The option --" + name + " takes a whole number, not \"" + text + "\".", e);
        }
    }

    /** Refuses options that the command doesn't know, so that a typing error isn't silently ignored. */
    public void allow(String... names) {
        var known = Set.of(names);
        for (var name : options.keySet()) {
            if (!known.contains(name)) {
                throw new CommandFailure("./aisle " + command + " has no option --" + name + ". See ./aisle help.");
            }
        }
    }
}
