package dev.aisle.profile.analysis.domain.disclosure;

import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import java.util.function.LongBinaryOperator;

/**
 * Complementary suppression: of parts whose whole is told, those that are withheld must be nobody or at least k people together;
 * otherwise the smallest of the others are withheld too.
 */
public final class Complement {
    private final KThreshold threshold;
    private final LongBinaryOperator together;

    private Complement(KThreshold threshold, LongBinaryOperator together) {
        this.threshold = threshold;
        this.together = together;
    }

    /** Nobody is in two parts. */
    public static Complement ofDisjoint(KThreshold threshold) {
        return new Complement(threshold, Long::sum);
    }

    /** Somebody may be in several parts: then the parts together are at least as many as the largest of them. */
    public static Complement ofOverlapping(KThreshold threshold) {
        return new Complement(threshold, Math::max);
    }

    /** At least so many people are in these or those. */
    public long together(long some, long others) {
        return together.applyAsLong(some, others);
    }

    /**
     * Withholds more parts where it must be.
     *
     * @param told by part; changed
     * @param measures what must not be found by subtraction: people by part, the first of them decides which part is smallest
     */
    public void apply(boolean[] told, long[]... measures) {
        while (!safe(told, measures)) {
            int smallest = smallestTold(told, measures[0]);
            if (smallest < 0) {
                return;
            }
            told[smallest] = false;
        }
    }

    private boolean safe(boolean[] told, long[]... measures) {
        for (long[] people : measures) {
            long withheld = 0;
            for (int part = 0; part < told.length; part++) {
                withheld = told[part] ? withheld : together.applyAsLong(withheld, people[part]);
            }
            if (!threshold.allowsDifference(withheld)) {
                return false;
            }
        }
        return true;
    }

    private static int smallestTold(boolean[] told, long[] people) {
        int smallest = -1;
        for (int part = 0; part < told.length; part++) {
            if (told[part] && (smallest < 0 || people[part] < people[smallest])) {
                smallest = part;
            }
        }
        return smallest;
    }
}
