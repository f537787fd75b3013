package dev.aisle.recommender.models.gate;

/**
 * How a candidate is judged.
 *
 * @param margin how much worse than the serving model is still as good, as a share of what that reaches
 * @param people fewest people to judge the serving file by what came after it
 * @param byTheLog whether it must also do well on the places of lists that were left to chance
 * @param effectivePlaces places' worth of evidence that this takes
 */
public record GateRule(double margin, int people, boolean byTheLog, double effectivePlaces) {}
