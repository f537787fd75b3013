package dev.aisle.recommender.models.outside;

import dev.aisle.recommender.models.domain.Recipe;
import dev.aisle.recommender.models.domain.RecipeSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Options of a command line, each with one value. */
public final class GivenOptions {
    private final Map<String, String> given = new HashMap<>();

    private GivenOptions() {}

    /** @throws IllegalArgumentException when an option is unknown, has no value or comes twice */
    public static GivenOptions parse(Set<String> known, String... arguments) {
        GivenOptions options = new GivenOptions();
        for (int place = 0; place < arguments.length; place += 2) {
            if (!known.contains(arguments[place])) {
                throw new IllegalArgumentException("there is no option " + arguments[place]);
            }
            if (place + 1 == arguments.length || arguments[place + 1].isBlank()) {
                throw new IllegalArgumentException(arguments[place] + " needs a value");
            }
            if (options.given.put(arguments[place], arguments[place + 1]) != null) {
                throw new IllegalArgumentException(arguments[place] + " was given twice");
            }
        }
        return options;
    }

    /** @throws IllegalArgumentException when it wasn't given */
    public String required(String option) {
        String value = given.get(option);
        if (value == null) {
            throw new IllegalArgumentException(option + " is missing");
        }
        return value;
    }

    /** The value, or another one when it wasn't given. */
    public String or(String option, String other) {
        return given.getOrDefault(option, other);
    }

    /** The usual recipe, but for what {@code --recipe KEY=VALUE,…} says. */
    public Recipe recipe() {
        return RecipeSettings.usualBut(pairs("--recipe", or("--recipe", "")));
    }

    /**
     * {@code KEY=VALUE,…}.
     *
     * @param name of it in errors
     * @throws IllegalArgumentException when something is no pair
     */
    public static Map<String, String> pairs(String name, String text) {
        Map<String, String> pairs = new TreeMap<>();
        for (String pair : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(name + ": expected KEY=VALUE, was " + pair);
            }
            pairs.put(
                    pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).strip());
        }
        return pairs;
    }
}
