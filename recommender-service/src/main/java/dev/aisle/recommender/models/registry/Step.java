package dev.aisle.recommender.models.registry;

/**
 * One model changes its state.
 *
 * @param percent of the people that it answers afterwards, when it is a canary
 */
public record Step(String version, ModelState from, ModelState to, int percent) {}
