package dev.aisle.recommender.feedback.domain;

/**
 * How often a product was shown.
 *
 * @param times in how many lists
 * @param people to how many
 */
public record ShownProduct(String productId, long times, long people) {}
