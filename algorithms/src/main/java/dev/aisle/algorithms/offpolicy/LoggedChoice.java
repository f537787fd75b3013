package dev.aisle.algorithms.offpolicy;

/**
 * A choice that was logged.
 *
 * @param propensity with which it was made, in (0, 1]
 * @param wanted the probability that the policy in question makes it
 * @param reward what came of it
 * @param predicted reward of this choice by a model
 * @param direct mean reward by the model over all choices as the policy in question makes them
 */
public record LoggedChoice(double propensity, double wanted, double reward, double predicted, double direct) {
    /** @throws IllegalArgumentException when a probability is none */
    public LoggedChoice {
        if (!(propensity > 0 && propensity <= 1) || !(wanted >= 0 && wanted <= 1) || !Double.isFinite(reward)) {
            throw new IllegalArgumentException(
                    "expected a propensity in (0, 1], a wanted probability in [0, 1] and a finite reward");
        }
    }

    double weight() {
        return wanted / propensity;
    }

    /** What the model missed. */
    double residual() {
        return reward - predicted;
    }
}
