package dev.aisle.campaign.results.effects;

import dev.aisle.algorithms.customers.Estimate;
import dev.aisle.algorithms.experiment.MeanDifference;
import dev.aisle.algorithms.experiment.Sums;
import dev.aisle.algorithms.privacy.guard.GuardLevel;
import java.util.Optional;

/**
 * What the campaign changed, against its comparison group.
 *
 * @param conversion more people of a hundred who order
 * @param orderers more people who ordered, over all who got it
 * @param revenuePerPerson minor units
 * @param revenue minor units, over all who got it
 * @param content more people of a hundred who speak well of campaigns than badly; empty when too few said anything
 */
public record Effect(
        Estimate conversion,
        Estimate orderers,
        Estimate revenuePerPerson,
        Estimate revenue,
        Optional<Estimate> content) {
    private static final double LEVEL = 0.95;
    private static final double HUNDRED = 100;

    /** Compares the arms; empty when one of them has fewer than two people. The guard's noise is in the intervals. */
    public static Optional<Effect> of(Arms arms, GuardLevel level) {
        Sums got = arms.over(false, Arm::converted);
        if (got.n() < 2 || arms.over(true, Arm::converted).n() < 2) {
            return Optional.empty();
        }
        Estimate converted =
                MeanDifference.of(got, arms.over(true, Arm::converted)).interval(LEVEL);
        Estimate paid = MeanDifference.of(arms.over(false, Arm::revenue), arms.over(true, Arm::revenue))
                .interval(LEVEL);
        return Optional.of(new Effect(
                times(converted, HUNDRED),
                times(converted, (double) got.n()),
                paid,
                times(paid, (double) got.n()),
                content(arms, level)));
    }

    private static Optional<Estimate> content(Arms arms, GuardLevel level) {
        Sums got = arms.over(false, Arm::content);
        Sums none = arms.over(true, Arm::content);
        return arms.spoke(level)
                ? Optional.of(times(MeanDifference.of(got, none).interval(LEVEL), HUNDRED))
                : Optional.empty();
    }

    private static Estimate times(Estimate one, double factor) {
        return new Estimate(one.value() * factor, one.low() * factor, one.high() * factor, one.level());
    }

    /** What is left of the revenue after a cost that is known, minor units. */
    public Estimate after(double costMinor) {
        return new Estimate(
                revenue.value() - costMinor, revenue.low() - costMinor, revenue.high() - costMinor, revenue.level());
    }
}
