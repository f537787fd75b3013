package dev.aisle.compute.evaluate;

import dev.aisle.compute.UsageException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;

/** The parameters of one algorithm: gives each as it was asked for, drawn, or by default, and remembers all that were taken. */
final class Parameters {
    private static final String TUNE = "tune";

    private final String algorithm;
    private final Map<String, String> given;
    private final Optional<SplittableRandom> random;
    private final Map<String, Object> taken = new LinkedHashMap<>();

    private Parameters(String algorithm, Map<String, String> given, Optional<SplittableRandom> random) {
        this.algorithm = algorithm;
        this.given = given;
        this.random = random;
    }

    static Parameters of(String algorithm, Map<String, String> given) {
        return new Parameters(algorithm, given, Optional.empty());
    }

    /** The same, except that whatever wasn't given is drawn from its range. */
    Parameters redrawn(SplittableRandom source) {
        return new Parameters(algorithm, given, Optional.of(source));
    }

    /** How many settings a search tries; 0 for none. */
    int tune() {
        String text = given.getOrDefault(TUNE, "0");
        if (!text.matches("\\d{1,6}")) {
            throw unusable(TUNE, text);
        }
        return Integer.parseInt(text);
    }

    int integer(String name, int preset, Range range) {
        return take(
                name, drawn(name, range).map(value -> (int) Math.round(value)).orElse(preset), Integer::valueOf);
    }

    long whole(String name, long preset) {
        return take(name, preset, Long::valueOf);
    }

    float number(String name, float preset, Range range) {
        return take(name, drawn(name, range).map(Double::floatValue).orElse(preset), Float::valueOf);
    }

    boolean flag(String name, boolean preset) {
        return take(name, preset, Parameters::truth);
    }

    /** A flag that a search tries both ways. */
    boolean drawnFlag(String name, boolean preset) {
        boolean value = random.filter(source -> !given.containsKey(name))
                .map(SplittableRandom::nextBoolean)
                .orElse(preset);
        return take(name, value, Parameters::truth);
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("expected true or false");
        };
    }

    <E extends Enum<E>> E choice(String name, E preset) {
        E[] choices = preset.getDeclaringClass().getEnumConstants();
        E value = random.filter(source -> !given.containsKey(name))
                .map(source -> choices[source.nextInt(choices.length)])
                .orElse(preset);
        return take(name, value, text -> Enum.valueOf(preset.getDeclaringClass(), text.toUpperCase(Locale.ROOT)));
    }

    private Optional<Double> drawn(String name, Range range) {
        return random.filter(source -> range.open() && !given.containsKey(name)).map(range::draw);
    }

    private <T> T take(String name, T preset, Function<String, T> parser) {
        String text = given.get(name);
        try {
            T value = text == null ? preset : parser.apply(text);
            taken.put(name, value instanceof Enum<?> e ? e.name().toLowerCase(Locale.ROOT) : value);
            return value;
        } catch (IllegalArgumentException e) {
            throw unusable(name, String.valueOf(text));
        }
    }

    private UsageException unusable(String name, String text) {
        return new UsageException("--algorithms: " + algorithm + ": " + name + "=" + text + " can't be used");
    }

    /** Whatever was given beside the parameters that were taken is an error. */
    void refuseUnknown() {
        for (String name : given.keySet()) {
            boolean search = name.equals(TUNE) && tune() >= 0;
            if (!search && !taken.containsKey(name)) {
                throw new UsageException("--algorithms: " + algorithm + " has no parameter " + name + ", only "
                        + String.join(", ", taken.keySet()) + ", " + TUNE);
            }
        }
    }

    /** All parameters in use, defaults too. */
    Map<String, Object> taken() {
        return taken;
    }

    @Override
    public String toString() {
        return taken.toString();
    }
}
