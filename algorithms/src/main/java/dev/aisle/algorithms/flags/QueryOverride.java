package dev.aisle.algorithms.flags;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A variation that the query of an address forces, so that people can look at it: {@code ?my-test=1}. */
public final class QueryOverride {
    private static final Pattern AND = Pattern.compile("&");

    private QueryOverride() {}

    /** The number of the variation; {@code null} where the query says nothing, or nothing possible. */
    public static @Nullable Integer of(String experiment, String url, int variations) {
        int from = url.indexOf('?');
        if (from < 0) {
            return null;
        }
        int to = url.indexOf('#', from);
        for (String pair : AND.split(url.substring(from + 1, to < 0 ? url.length() : to), -1)) {
            int equals = pair.indexOf('=');
            if (equals >= 0 && pair.substring(0, equals).equals(experiment)) {
                return possible(pair.substring(equals + 1), variations);
            }
        }
        return null;
    }

    private static @Nullable Integer possible(String text, int variations) {
        if (text.isEmpty() || text.length() > 9 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        int number = Integer.parseInt(text);
        return number < variations ? number : null;
    }
}
