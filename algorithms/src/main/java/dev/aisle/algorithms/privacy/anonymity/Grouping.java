package dev.aisle.algorithms.privacy.anonymity;

/**
 * What a table looks like at some levels.
 *
 * @param rows of the whole table
 * @param suppressed rows of groups that break the rules and are left out
 * @param classes groups that remain
 * @param smallest rows of the smallest group that remains; 0 when none does
 * @param singles groups of one row that remain
 */
public record Grouping(long rows, long suppressed, int classes, long smallest, int singles) {
    /** How probable it is on average to find the right row of somebody who is in the table: groups by rows that remain. */
    public double averageRisk() {
        return rows == suppressed ? 0 : (double) classes / (rows - suppressed);
    }

    /** The same for whoever is in the smallest group. */
    public double highestRisk() {
        return smallest == 0 ? 0 : 1.0 / smallest;
    }

    /** The share of rows that look like no other. */
    public double uniqueFraction() {
        return rows == suppressed ? 0 : (double) singles / (rows - suppressed);
    }
}
