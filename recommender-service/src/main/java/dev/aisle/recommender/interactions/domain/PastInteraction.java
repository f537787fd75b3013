package dev.aisle.recommender.interactions.domain;

/** What somebody did, read back; a history is a list of these, the newest first. */
public record PastInteraction(String productId, InteractionType type) {}
