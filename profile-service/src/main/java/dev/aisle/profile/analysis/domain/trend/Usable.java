package dev.aisle.profile.analysis.domain.trend;

import dev.aisle.profile.analysis.domain.disclosure.Figure;
import java.util.Arrays;
import java.util.List;

/**
 * A told series without gaps: what is withheld between two told numbers lies on the line between them.
 *
 * @param first the place in the told series where it begins
 * @param values from the first told number to the last
 * @param filled how many of them were withheld
 */
record Usable(int first, double[] values, int filled) {
    /** With fewer numbers nothing is said of a series. */
    static final int LEAST = 14;

    private static final int MOST_GAPS_PERCENT = 20;

    /** The numbers of a series. */
    static Usable of(List<Figure> figures) {
        double[] values = new double[figures.size()];
        int first = -1;
        int last = -1;
        int filled = 0;
        for (int i = 0; i < values.length; i++) {
            Double value = figures.get(i).value();
            if (value != null) {
                filled += last < 0 ? 0 : i - last - 1;
                join(values, last, i, value);
                first = first < 0 ? i : first;
                last = i;
            }
        }
        return first < 0
                ? new Usable(0, new double[0], 0)
                : new Usable(first, Arrays.copyOfRange(values, first, last + 1), filled);
    }

    private static void join(double[] values, int last, int now, double value) {
        for (int i = last + 1; last >= 0 && i < now; i++) {
            values[i] = values[last] + (value - values[last]) * (i - last) / (now - last);
        }
        values[now] = value;
    }

    /** Why nothing can be said of it; empty when something can. */
    String refusal() {
        int told = values.length - filled;
        if (told < LEAST) {
            return "needs " + LEAST + " told numbers, has " + told;
        }
        return 100 * filled > MOST_GAPS_PERCENT * values.length
                ? "more than " + MOST_GAPS_PERCENT + " % of its numbers are withheld"
                : "";
    }

    boolean usable() {
        return refusal().isEmpty();
    }
}
