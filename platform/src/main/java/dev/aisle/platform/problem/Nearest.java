package dev.aisle.platform.problem;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which of the known words was meant. */
public final class Nearest {
    private static final int LONGEST = 64;

    private Nearest() {}

    /** Returns the known word with the fewest letters changed; empty when none is near. */
    public static Optional<String> to(String text, Collection<String> known) {
        String meant = text.strip().toLowerCase(Locale.ROOT);
        if (meant.isEmpty() || meant.length() > LONGEST) {
            return Optional.empty();
        }
        return known.stream()
                .min(Comparator.comparingInt((String one) -> distance(meant, one.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(best -> distance(meant, best.toLowerCase(Locale.ROOT)) <= Math.max(2, meant.length() / 3));
    }

    /** Says that there is no field of that name, which one was probably meant and which there are. */
    public static String noSuchField(String name, Collection<String> known) {
        String meant = to(name, known).map(one -> ", did you mean " + one + "?").orElse(";");
        return "there is no such field" + meant + " known are " + (known.isEmpty() ? "none" : String.join(", ", known));
    }

    /** Levenshtein's: letters to put in, to take out and to change. */
    private static int distance(String some, String other) {
        int[] row = new int[other.length() + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 1; i <= some.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (some.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
