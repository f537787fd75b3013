package dev.aisle.recommender.models.domain;

/**
 * Other models are about to be in use. Whoever keeps something beside a model prepares it now: requests are answered with the former
 * models until all observers have returned.
 */
public record ModelsChanging(InUse next) {}
