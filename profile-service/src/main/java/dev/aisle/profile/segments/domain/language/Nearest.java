package dev.aisle.profile.segments.domain.language;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which known name was probably meant. */
final class Nearest {
    private static final int LISTED = 20;

    private Nearest() {}

    /** A sentence with the nearest name, or with all when none is near. */
    static String among(String written, Collection<String> known) {
        return nearest(written, known).map(name -> "Did you mean " + name + "?").orElseGet(() -> listed(known));
    }

    private static Optional<String> nearest(String written, Collection<String> known) {
        String small = written.toLowerCase(Locale.ROOT).replace('-', '_');
        int most = Math.max(1, Math.min(3, small.length() / 3));
        record Near(String name, int distance) {}
        return known.stream()
                .map(name -> new Near(
                        name, distance(small, name.toLowerCase(Locale.ROOT).replace('-', '_'))))
                .filter(near -> near.distance() <= most)
                .min(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .map(Near::name);
    }

    private static String listed(Collection<String> known) {
        return known.isEmpty()
                ? "There is none yet."
                : "Known: "
                        + known.stream().sorted().limit(LISTED).collect(Collectors.joining(", "))
                        + (known.size() > LISTED ? ", …" : "") + ".";
    }

    /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                } else {
                    int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                    d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                    if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                        d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                    }
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
