package dev.aisle.campaign.experiments.domain;

/**
 * The people who stay out of every experiment that doesn't say otherwise, so that what all of them bring together can be seen.
 *
 * @param share of the people, {@code 0 ≤ share < 1}
 * @param seed of the hash that chooses them; another one chooses others
 * @param revision counts every change
 */
public record GlobalHoldout(double share, String seed, long revision) {}
