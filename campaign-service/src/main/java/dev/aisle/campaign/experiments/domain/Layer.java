package dev.aisle.campaign.experiments.domain;

/**
 * The part of a layer that an experiment takes: experiments of one layer never meet in a unit.
 *
 * @param from {@code 0 ≤ from < to ≤ 1}
 */
public record Layer(String name, double from, double to) {}
