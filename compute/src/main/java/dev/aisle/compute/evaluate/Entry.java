package dev.aisle.compute.evaluate;

/**
 * A line of the data: somebody did something with an item.
 *
 * @param user person or session, by the reader's names
 * @param item by the reader's names
 * @param time milliseconds since 1970, or the place in the file where the data has no times
 * @param weight how much, &gt; 0; or the rating
 * @param wanted whether it counts as found when it comes after the split
 */
record Entry(int user, int item, long time, float weight, boolean wanted) {}
