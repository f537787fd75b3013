package dev.aisle.compute.evaluate;

import dev.aisle.compute.UsageException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The parameters of one algorithm: takes each with its default, and remembers all that were taken. */
final class Parameters {
    private final String algorithm;
    private final Map<String, String> given;
    private final Map<String, Object> taken = new LinkedHashMap<>();

    Parameters(String algorithm, Map<String, String> given) {
        this.algorithm = algorithm;
        this.given = given;
    }

    int integer(String name, int preset) {
        return take(name, preset, Integer::valueOf);
    }

    long whole(String name, long preset) {
        return take(name, preset, Long::valueOf);
    }

    float number(String name, float preset) {
        return take(name, preset, Float::valueOf);
    }

    boolean flag(String name, boolean preset) {
        return take(name, preset, text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("expected true or false");
        });
    }

    <E extends Enum<E>> E choice(String name, E preset) {
        return take(name, preset, text -> Enum.valueOf(preset.getDeclaringClass(), text.toUpperCase(Locale.ROOT)));
    }

    private <T> T take(String name, T preset, Function<String, T> parser) {
        String text = given.get(name);
        try {
            T value = text == null ? preset : parser.apply(text);
            taken.put(name, value instanceof Enum<?> e ? e.name().toLowerCase(Locale.ROOT) : value);
            return value;
        } catch (IllegalArgumentException e) {
            throw new UsageException("--algorithms: " + algorithm + ": " + name + "=" + text + " can't be used");
        }
    }

    /** All that were taken; whatever was given beside them is an error. */
    Map<String, Object> taken() {
        for (String name : given.keySet()) {
            if (!taken.containsKey(name)) {
                throw new UsageException("--algorithms: " + algorithm + " has no parameter " + name + ", only "
                        + (taken.isEmpty() ? "none" : String.join(", ", taken.keySet())));
            }
        }
        return taken;
    }
}
