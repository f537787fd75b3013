package dev.aisle.compute.functions;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names of constants in inputs: lower case. */
final class Choices {
    private Choices() {}

    static <E extends Enum<E>> E of(String field, String name, Class<E> type) {
        for (E choice : type.getEnumConstants()) {
            if (wireName(choice).equals(name)) {
                return choice;
            }
        }
        throw new InvalidInputException(
                field,
                "expected one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(Choices::wireName)
                                .collect(Collectors.joining(", ")));
    }

    private static String wireName(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
