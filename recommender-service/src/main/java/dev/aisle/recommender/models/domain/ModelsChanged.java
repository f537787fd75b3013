package dev.aisle.recommender.models.domain;

/** Other models are in use. What was kept beside the former ones can go. */
public record ModelsChanged(InUse now) {}
