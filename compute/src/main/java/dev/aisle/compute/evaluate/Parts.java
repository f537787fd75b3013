package dev.aisle.compute.evaluate;

import java.util.List;

/**
 * Both sides of a split.
 *
 * @param train what models may see
 * @param test what they are asked for
 */
record Parts(List<Entry> train, List<Entry> test) {}
