package dev.aisle.federate.participant;

import dev.aisle.contracts.federation.v1.JoinAnswer;
import dev.aisle.contracts.federation.v1.JointPlan;
import dev.aisle.federate.Plans;
import dev.aisle.federate.RefusedException;

/**
 * What a shop insists on, whatever the coordinator says.
 *
 * @param leastNoise of the noise that all partners who stay give together, in multiples of the clip; 0 to accept training without noise
 * @param leastPartners how many must be in a sum, 2 or more
 * @param mostEpsilon what the whole training may cost a person at δ 1e-5; infinite to accept training without noise
 */
public record Terms(double leastNoise, int leastPartners, double mostEpsilon) {
    private static final double DELTA = 1e-5;
    private static final int MOST_ITEMS = 10_000_000;

    /** Checks the numbers. */
    public Terms {
        if (!(leastNoise >= 0) || leastPartners < 2 || !(mostEpsilon > 0)) {
            throw new IllegalArgumentException(
                    "expected noise-least ≥ 0, partners-least ≥ 2 and epsilon-most > 0; were " + leastNoise + ", "
                            + leastPartners + ", " + mostEpsilon);
        }
    }

    /** @throws RefusedException when a plan is below them */
    void check(JoinAnswer answer) {
        JointPlan plan = answer.getPlan();
        require(
                plan.getNoise() >= leastNoise,
                "noise: the plan says " + plan.getNoise() + ", I insist on at least " + leastNoise);
        require(
                plan.getThreshold() >= leastPartners && 2 * plan.getThreshold() > answer.getPartnersCount(),
                "threshold: the plan says " + plan.getThreshold() + " of " + answer.getPartnersCount()
                        + ", I insist on at least " + leastPartners + " and more than half");
        require(
                plan.getHonest() >= 1 && plan.getHonest() <= plan.getThreshold(),
                "honest: expected 1 to threshold, was " + plan.getHonest());
        require(
                plan.getItems() >= 1 && plan.getItems() <= MOST_ITEMS,
                "items: expected 1 to " + MOST_ITEMS + ", was " + plan.getItems());
        double epsilon = Plans.settings(plan).epsilon(plan.getItems(), DELTA);
        require(
                epsilon <= mostEpsilon,
                "epsilon: the plan costs " + epsilon + " at δ 1e-5, I insist on at most " + mostEpsilon);
    }

    private static void require(boolean holds, String reason) {
        if (!holds) {
            throw new RefusedException(reason);
        }
    }
}
