package dev.aisle.recommender.feedback.domain;

/**
 * How often a product was shown.
 *
 * @param times in how many lists
 */
public record ShownProduct(String productId, long times) {}
