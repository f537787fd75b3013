package dev.aisle.recommender.models.domain;

/**
 * A model that has seen nothing of what happened from a moment on.
 *
 * @param moment milliseconds since 1970
 */
public record PastModel(TrainedModel model, long moment) {}
