package dev.aisle.profile.analysis.domain.trend;

/**
 * How many people are in a category in a span.
 *
 * @param people at least so many
 * @param only of these, how many are in no other category in this span: they add up
 */
record Crowd(long people, long only) {
    static final Crowd NOBODY = new Crowd(0, 0);

    /** Of other people. */
    Crowd plus(Crowd others) {
        return new Crowd(people + others.people, only + others.only);
    }

    /** Of another category, in which some of the same people may be: together they are at least so many. */
    Crowd with(Crowd category) {
        long exclusive = only + category.only;
        return new Crowd(Math.max(exclusive, Math.max(people, category.people)), exclusive);
    }
}
