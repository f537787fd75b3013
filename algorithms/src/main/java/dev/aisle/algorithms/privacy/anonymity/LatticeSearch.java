package dev.aisle.algorithms.privacy.anonymity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds the levels that keep the rules and lose least, in all combinations of levels. A coarser table merges groups, so what breaks the
 * rules at some levels breaks them at all finer ones too: those are never looked at. Of what remains the middle one by loss is looked at
 * next: when it keeps the rules, everything that loses more is done with, and when it doesn't, everything finer is.
 *
 * @see <a href="https://doi.org/10.1197/jamia.M3144">El Emam et al. 2009, optimal lattice anonymisation</a>
 */
public final class LatticeSearch {
    /** More combinations than this are refused. */
    public static final int LARGEST_LATTICE = 2_000_000;

    private final Table table;
    private final AnonymityRules rules;
    private int evaluated;

    private LatticeSearch(Table table, AnonymityRules rules) {
        this.table = table;
        this.rules = rules;
    }

    /**
     * The best levels.
     *
     * @param levels one a column
     * @param loss see {@link Table#loss}
     * @param lattice how many combinations there are
     * @param evaluated how many of them were looked at
     */
    public record Found(int[] levels, Grouping grouping, double loss, int lattice, int evaluated) {}

    /**
     * Searches.
     *
     * @return empty when even the coarsest table breaks the rules
     * @throws IllegalArgumentException when there are too many combinations
     */
    public static Optional<Found> best(Table table, AnonymityRules rules) {
        return new LatticeSearch(table, rules).search();
    }

    private Optional<Found> search() {
        int[][] remaining = combinations(table.levels());
        int lattice = remaining.length;
        Optional<Found> best = Optional.empty();
        while (remaining.length > 0) {
            int middle = remaining.length / 2;
            int[] levels = remaining[middle];
            Grouping grouping = table.group(levels, rules);
            evaluated++;
            if (grouping.suppressed() <= rules.suppressionLimit() * grouping.rows()) {
                best = Optional.of(new Found(levels, grouping, table.loss(levels), lattice, evaluated));
                remaining = Arrays.copyOf(remaining, middle);
            } else {
                remaining = Arrays.stream(remaining)
                        .filter(other -> !isFinerOrSame(other, levels))
                        .toArray(int[][]::new);
            }
        }
        return best.map(found -> new Found(found.levels(), found.grouping(), found.loss(), found.lattice(), evaluated));
    }

    private static boolean isFinerOrSame(int[] levels, int[] than) {
        for (int i = 0; i < levels.length; i++) {
            if (levels[i] > than[i]) {
                return false;
            }
        }
        return true;
    }

    /** All combinations by loss; of equal loss the one with fewer steps, then the order of the columns. */
    private int[][] combinations(int[] levels) {
        long count = Arrays.stream(levels).mapToLong(n -> n).reduce(1, (a, b) -> Math.min(a * b, Integer.MAX_VALUE));
        if (count > LARGEST_LATTICE) {
            throw new IllegalArgumentException("more than " + LARGEST_LATTICE + " combinations of levels");
        }
        return IntStream.range(0, (int) count)
                .mapToObj(number -> combination(number, levels))
                .sorted(Comparator.comparingDouble(table::loss)
                        .thenComparingInt(
                                combination -> Arrays.stream(combination).sum())
                        .thenComparing(Arrays::compare))
                .toArray(int[][]::new);
    }

    private static int[] combination(int number, int[] levels) {
        int[] combination = new int[levels.length];
        int rest = number;
        for (int i = levels.length - 1; i >= 0; i--) {
            combination[i] = rest % levels[i];
            rest /= levels[i];
        }
        return combination;
    }
}
