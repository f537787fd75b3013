package dev.aisle.algorithms.flags.unleash;

import dev.aisle.algorithms.flags.PaddedVersion;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A condition on one value of the context. An operator that nobody knows, and a value that can't be read, never hold.
 *
 * @param inverted whether it holds where it otherwise wouldn't
 */
public record UnleashConstraint(
        String contextName,
        String operator,
        List<String> values,
        @Nullable String value,
        boolean inverted,
        boolean caseInsensitive) {
    private static final Pattern VERSION =
            Pattern.compile("\\d+\\.\\d+\\.\\d+(?:-[0-9A-Za-z.-]+)?(?:\\+[0-9A-Za-z.-]+)?");

    public UnleashConstraint {
        values = List.copyOf(values);
    }

    boolean holds(UnleashContext context) {
        return inverted != plain(context.value(contextName));
    }

    private boolean plain(@Nullable String actual) {
        return switch (operator) {
            case "IN" -> actual != null && values.contains(actual);
            case "NOT_IN" -> actual == null || !values.contains(actual);
            case "STR_STARTS_WITH" -> any(actual, String::startsWith);
            case "STR_ENDS_WITH" -> any(actual, String::endsWith);
            case "STR_CONTAINS" -> any(actual, String::contains);
            case "NUM_EQ" -> number(actual, order -> order == 0);
            case "NUM_GT" -> number(actual, order -> order > 0);
            case "NUM_GTE" -> number(actual, order -> order >= 0);
            case "NUM_LT" -> number(actual, order -> order < 0);
            case "NUM_LTE" -> number(actual, order -> order <= 0);
            case "DATE_AFTER" -> moment(actual, order -> order > 0);
            case "DATE_BEFORE" -> moment(actual, order -> order < 0);
            case "SEMVER_EQ" -> version(actual, order -> order == 0);
            case "SEMVER_GT" -> version(actual, order -> order > 0);
            case "SEMVER_GTE" -> version(actual, order -> order >= 0);
            case "SEMVER_LT" -> version(actual, order -> order < 0);
            case "SEMVER_LTE" -> version(actual, order -> order <= 0);
            default -> false;
        };
    }

    private interface Comparison {
        boolean test(String actual, String wanted);
    }

    private boolean any(@Nullable String actual, Comparison comparison) {
        return actual != null && values.stream().anyMatch(one -> comparison.test(folded(actual), folded(one)));
    }

    private String folded(String text) {
        return caseInsensitive ? text.toLowerCase(Locale.ROOT) : text;
    }

    private boolean number(@Nullable String actual, IntPredicate order) {
        try {
            return actual != null
                    && value != null
                    && order.test(Double.compare(Double.parseDouble(actual), Double.parseDouble(value)));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private boolean moment(@Nullable String actual, IntPredicate order) {
        try {
            return actual != null
                    && value != null
                    && order.test(OffsetDateTime.parse(actual)
                            .toInstant()
                            .compareTo(OffsetDateTime.parse(value).toInstant()));
        } catch (DateTimeException e) {
            return false;
        }
    }

    private boolean version(@Nullable String actual, IntPredicate order) {
        return actual != null
                && value != null
                && VERSION.matcher(actual).matches()
                && VERSION.matcher(value).matches()
                && order.test(PaddedVersion.of(actual).compareTo(PaddedVersion.of(value)));
    }
}
