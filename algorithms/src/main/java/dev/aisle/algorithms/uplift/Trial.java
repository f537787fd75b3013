package dev.aisle.algorithms.uplift;

import java.util.Arrays;

/**
 * People to whom chance gave an offer or none, and what followed. The arrays stay the caller's and aren't changed.
 *
 * @param features row-major {@code people × width}, finite; known before the offer. Without the constant
 * @param treated who got the offer
 * @param outcome what followed, such as 1 for a visit, or an amount; finite
 */
@SuppressWarnings("ArrayRecordComponent") // One row a person: copies of each would double the memory.
public record Trial(double[][] features, boolean[] treated, double[] outcome) {
    /** @throws IllegalArgumentException when the lengths differ, a number isn't finite, or an arm is empty */
    public Trial {
        if (features.length != treated.length || outcome.length != treated.length) {
            throw new IllegalArgumentException("features: expected as many rows as treated and outcome have");
        }
        int offered = 0;
        for (int n = 0; n < treated.length; n++) {
            offered += treated[n] ? 1 : 0;
            if (!Double.isFinite(outcome[n])) {
                throw new IllegalArgumentException("outcome: expected finite numbers, row " + n + " has none");
            }
            for (double feature : features[n]) {
                if (!Double.isFinite(feature)) {
                    throw new IllegalArgumentException("features: expected finite numbers, row " + n + " has none");
                }
            }
        }
        if (offered == 0 || offered == treated.length) {
            throw new IllegalArgumentException("treatment: expected people with the offer and people without, were "
                    + offered + " and " + (treated.length - offered));
        }
    }

    /** How many people there are. */
    public int people() {
        return treated.length;
    }

    /** The share of people who got the offer. */
    public double propensity() {
        int offered = 0;
        for (boolean one : treated) {
            offered += one ? 1 : 0;
        }
        return (double) offered / treated.length;
    }

    /** The rows of one arm. */
    int[] rowsOf(boolean offered) {
        int[] rows = new int[treated.length];
        int count = 0;
        for (int n = 0; n < treated.length; n++) {
            if (treated[n] == offered) {
                rows[count++] = n;
            }
        }
        return Arrays.copyOf(rows, count);
    }
}
