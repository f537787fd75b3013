package dev.aisle.campaign.experiments.domain;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One variation of an experiment; the first one of an experiment is its control.
 *
 * @param key how exposures and reports name it
 * @param name for people
 * @param weight its share of the units in the experiment, {@code 0 ≤ weight ≤ 1}
 * @param value what the flag answers
 */
public record Treatment(String key, String name, double weight, JsonNode value) {}
