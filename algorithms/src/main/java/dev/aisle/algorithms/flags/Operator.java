package dev.aisle.algorithms.flags;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** One operator of a condition, such as {@code $gt}, and its argument. An operator that nobody knows is never met. */
record Operator(Targeting targeting, String name, @Nullable Object argument) {
    boolean holdsFor(@Nullable Object actual) {
        return switch (name) {
            case "$eq" -> PlainJson.same(actual, argument);
            case "$ne" -> !PlainJson.same(actual, argument);
            case "$lt" -> PlainJson.compare(actual, argument) < 0;
            case "$lte" -> PlainJson.compare(actual, argument) <= 0;
            case "$gt" -> PlainJson.compare(actual, argument) > 0;
            case "$gte" -> PlainJson.compare(actual, argument) >= 0;
            case "$veq" -> version(actual) == 0;
            case "$vne" -> version(actual) != 0;
            case "$vlt" -> version(actual) < 0;
            case "$vlte" -> version(actual) <= 0;
            case "$vgt" -> version(actual) > 0;
            case "$vgte" -> version(actual) >= 0;
            case "$exists" -> PlainJson.truthy(argument) == (actual != null);
            case "$type" -> PlainJson.type(actual).equals(argument);
            case "$not" -> !targeting.value(argument, actual);
            case "$regex" -> matches(actual, 0);
            case "$notRegex" -> !matches(actual, 0);
            case "$regexi" -> matches(actual, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            case "$notRegexi" -> !matches(actual, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            default -> ofLists(actual);
        };
    }

    private boolean ofLists(@Nullable Object actual) {
        return switch (name) {
            case "$in" -> argument instanceof List<?> list && isIn(actual, list, false);
            case "$nin" -> argument instanceof List<?> list && !isIn(actual, list, false);
            case "$ini" -> argument instanceof List<?> list && isIn(actual, list, true);
            case "$nini" -> argument instanceof List<?> list && !isIn(actual, list, true);
            case "$inGroup" -> isIn(actual, targeting.group(argument), false);
            case "$notInGroup" -> !isIn(actual, targeting.group(argument), false);
            case "$size" -> actual instanceof List<?> list && targeting.value(argument, list.size());
            case "$elemMatch" -> actual instanceof List<?> list && list.stream().anyMatch(this::isElement);
            case "$all" -> all(actual, false);
            case "$alli" -> all(actual, true);
            default -> false;
        };
    }

    private int version(@Nullable Object actual) {
        return PaddedVersion.of(actual).compareTo(PaddedVersion.of(argument));
    }

    private boolean matches(@Nullable Object actual, int flags) {
        try {
            return Pattern.compile(PlainJson.text(argument), flags)
                    .matcher(PlainJson.text(actual))
                    .find();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static boolean isIn(@Nullable Object actual, List<?> list, boolean anyCase) {
        return actual instanceof List<?> many
                ? many.stream().anyMatch(one -> isOneOf(one, list, anyCase))
                : isOneOf(actual, list, anyCase);
    }

    private static boolean isOneOf(@Nullable Object actual, List<?> list, boolean anyCase) {
        return list.stream().anyMatch(one -> PlainJson.same(folded(one, anyCase), folded(actual, anyCase)));
    }

    private static @Nullable Object folded(@Nullable Object value, boolean anyCase) {
        return anyCase && value instanceof String text ? text.toLowerCase(Locale.ROOT) : value;
    }

    private boolean isElement(@Nullable Object element) {
        return argument instanceof Map<?, ?> map
                && (Targeting.isOperators(map) ? targeting.value(map, element) : targeting.meets(element, map));
    }

    private boolean all(@Nullable Object actual, boolean anyCase) {
        return actual instanceof List<?> list
                && argument instanceof List<?> wanted
                && wanted.stream()
                        .allMatch(one -> list.stream()
                                .anyMatch(element -> targeting.value(folded(one, anyCase), folded(element, anyCase))));
    }
}
