package dev.aisle.recommender.models.edge;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why somebody does something; kept with it. */
final class Reason {
    static final String EXPECTED = "expected 3 to 300 characters of one line that say why";

    private static final Pattern LINE = Pattern.compile("[^\\p{Cc}]{3,300}");

    private Reason() {}

    static boolean isGiven(@Nullable String reason) {
        return reason != null && !reason.isBlank() && LINE.matcher(reason).matches();
    }
}
