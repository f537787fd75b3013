package dev.aisle.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code --name value} and {@code --flag}. */
final class Options {
    private static final List<String> FLAGS = List.of("quick");
    private static final List<String> VALUES =
            List.of("data", "interactions", "most", "starts", "parts", "rank", "sessions", "customers", "people");

    private final Map<String, String> given = new TreeMap<>();

    Options(String[] arguments) {
        for (int n = 0; n < arguments.length; n++) {
            String name = arguments[n].startsWith("--") ? arguments[n].substring(2) : "";
            if (FLAGS.contains(name)) {
                given.put(name, "");
            } else if (VALUES.contains(name) && n + 1 < arguments.length) {
                given.put(name, arguments[++n]);
            } else {
                throw new IllegalArgumentException("unknown or incomplete option " + arguments[n] + "; expected --"
                        + String.join(" …, --", VALUES) + " …, --" + String.join(", --", FLAGS));
            }
        }
    }

    boolean flag(String name) {
        return given.containsKey(name);
    }

    String text(String name, String otherwise) {
        return given.getOrDefault(name, otherwise);
    }

    int number(String name, int otherwise) {
        String value = given.get(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException("--" + name + ": expected a number ≥ 1, was " + value);
        }
        return Integer.parseInt(value);
    }

    List<String> list(String name, String otherwise) {
        return Arrays.asList(text(name, otherwise).split(",", -1));
    }
}
