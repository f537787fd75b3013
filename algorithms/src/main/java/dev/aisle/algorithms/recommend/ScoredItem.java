package dev.aisle.algorithms.recommend;

/**
 * An item with its score.
 *
 * @param item the item's index
 * @param score its score under some model
 */
public record ScoredItem(int item, float score) {}
