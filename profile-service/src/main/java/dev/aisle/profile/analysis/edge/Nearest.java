package dev.aisle.profile.analysis.edge;

import java.util.Collection;
import java.util.Locale;

/** Guesses what was meant. */
final class Nearest {
    private Nearest() {}

    /** {@code ", did you mean product_view?"}; empty when nothing is near. */
    static String suggestion(String text, Collection<String> known) {
        String meant = text.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        return dev.aisle.platform.problem.Nearest.to(meant, known)
                .map(best -> "; did you mean " + best + "?")
                .orElse("");
    }
}
