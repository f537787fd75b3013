package dev.aisle.ingest.refine.flags;

import dev.aisle.algorithms.robust.RobustScale;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last values of one kind: a ring. Median and MAD need the values themselves (a quantile sketch would give the median, the
 * MAD needs a second pass), and 501 of them tell enough of a distribution.
 */
public final class Reference {
    /** Odd: the median is a value that was seen. */
    public static final int CAPACITY = 501;

    /** With fewer nothing is called unusual. */
    static final int LEAST = 30;

    private static final int SETTLED = 128;

    private final double[] values = new double[CAPACITY];
    private long entered;
    private @Nullable RobustScale scale;

    /** Whether there are so many that single ones add little. */
    public boolean settled() {
        return entered >= SETTLED;
    }

    /** The number of the entry that comes next, from 0. */
    public long nextEntry() {
        return entered;
    }

    /** Takes a value in as entry of that number; entries may come back in any order. */
    public void enter(long number, double value) {
        values[(int) (number % CAPACITY)] = value;
        entered = Math.max(entered, number + 1);
        scale = null;
    }

    /** Where these values lie; empty while there are too few. */
    public Optional<RobustScale> scale() {
        if (entered < LEAST) {
            return Optional.empty();
        }
        RobustScale known = scale;
        if (known == null) {
            known = RobustScale.of(Arrays.copyOf(values, (int) Math.min(entered, CAPACITY)));
            scale = known;
        }
        return Optional.of(known);
    }
}
