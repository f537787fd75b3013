package dev.aisle.campaign.experiments.judging;

import dev.aisle.algorithms.experiment.Arm;
import dev.aisle.algorithms.experiment.Power;
import dev.aisle.campaign.experiments.domain.DecisionRule;
import dev.aisle.campaign.experiments.domain.DecisionRule.Method;

/**
 * Units that an experiment needs to find the least effect that matters, and the effects that it will find.
 *
 * @param arm a metric as it is without any treatment
 * @param alpha of one comparison
 * @param leastWeight the share of the smallest arm, in (0, 1)
 */
public record Planning(Arm arm, DecisionRule rule, double alpha, double leastWeight) {
    /** Looks in between cost so much at most: O'Brien and Fleming's boundaries, Jennison and Turnbull 2000, table 2.4. */
    private static final double LOOKS_COST = 1.04;

    /** Whether anything can be planned by such an arm. */
    public boolean isPossible() {
        return arm.mean() != 0 && arm.variance() > 0 && rule.minimumEffect() > 0;
    }

    /** Units of all arms that find the least effect that matters with the rule's power; infinite where no number does. */
    public double units() {
        double once = power(2, 0).unitsFor(rule.minimumEffect(), rule.power());
        double each = switch (rule.method()) {
            case FIXED, BAYESIAN -> once;
            case GROUP_SEQUENTIAL -> once * LOOKS_COST;
            case SEQUENTIAL -> power(2, 2 * once).unitsFor(rule.minimumEffect(), rule.power());
        };
        return Math.ceil(each / leastWeight);
    }

    /** How likely the least effect that matters is found with so many units of all arms. */
    public double powerWith(double units) {
        return power(units * leastWeight, units).of(rule.minimumEffect());
    }

    /** The least effect that is found with the rule's power with so many units of all arms; NaN where none is. */
    public double effectWith(double units) {
        return power(units * leastWeight, units).minimumDetectableEffect(rule.power());
    }

    private Power power(double each, double tuning) {
        return new Power(
                arm.mean(),
                arm.variance(),
                each,
                alpha,
                rule.method() == Method.SEQUENTIAL && tuning > 0 ? tuning : null);
    }
}
