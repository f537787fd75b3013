package dev.aisle.platform.domains;

import java.util.Optional;

/**
 * How the lists of a domain are made.
 *
 * @param repeat whether what somebody has had comes again
 * @param lists settings of placements that have none of their own
 * @param age for whom something is fit; empty: everything for everybody
 * @param availability from when to when something can be had; empty: always
 */
public record PackRules(Repeat repeat, Lists lists, Optional<Age> age, Optional<Availability> availability) {
    /** Those of a shop. */
    public static final PackRules USUAL =
            new PackRules(Repeat.WHEN_DUE, Lists.USUAL, Optional.empty(), Optional.empty());

    /** Whether what somebody has had comes again. */
    public enum Repeat {
        /** Never: a film that was seen. */
        NEVER,
        /** When it should be used up: coffee. */
        WHEN_DUE,
        /** At any time: a song. */
        ALWAYS
    }

    /**
     * Settings of lists, as of a placement.
     *
     * @param diversity 0 to 1
     * @param maxPerBrand 0: no cap
     * @param maxPerCategory 0: 40 % of the list
     * @param exploration chance of a place to go to something new, 0 to 1
     * @param trend a recent rise multiplies a score by at most 1 + trend
     */
    public record Lists(double diversity, int maxPerBrand, int maxPerCategory, double exploration, double trend) {
        /** Those of a shop. */
        public static final Lists USUAL = new Lists(0, 0, 0, 0, 0.2);
    }

    /**
     * For whom something is fit, by the age band of the consent; never by a birth date.
     *
     * @param attribute holds the least age in years; a product without it is for everybody
     * @param child the greatest least age that is shown to a child
     * @param teen the same of a teen
     * @param unknown the same of somebody whose age band nobody has said
     */
    public record Age(String attribute, int child, int teen, int unknown) {}

    /**
     * When something can be had, by dates of its attributes ({@code 2026-11-25}).
     *
     * @param from attribute with the first day; empty: from ever
     * @param until attribute with the last day; empty: for ever
     */
    public record Availability(String from, String until) {}
}
