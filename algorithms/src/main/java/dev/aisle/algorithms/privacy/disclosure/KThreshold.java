package dev.aisle.algorithms.privacy.disclosure;

/**
 * The least number of people of whom something may be said: a count, an average, a rank.
 *
 * @param k 2 or more; 20 by default in this suite
 */
public record KThreshold(int k) {
    /** The threshold that holds where nobody configured another. */
    public static final KThreshold DEFAULT = new KThreshold(20);

    public KThreshold {
        if (k < 2) {
            throw new IllegalArgumentException("a threshold below 2 protects nobody");
        }
    }

    /** Whether so many people are enough. Nobody at all is not: that somebody is the only one missing tells of that one. */
    public boolean allows(long people) {
        return people >= k;
    }

    /** Whether two sets that are both told may differ by so many people: by none, or by enough. */
    public boolean allowsDifference(long people) {
        return people == 0 || people >= k;
    }
}
