package dev.aisle.campaign.results.effects;

import dev.aisle.algorithms.customers.Estimate;
import java.util.Optional;

/**
 * What a campaign cost, minor units.
 *
 * @param coupons what they took off
 * @param sending what its messages to people who are counted cost
 */
public record Cost(double coupons, double sending) {
    /** All of it. */
    public double total() {
        return coupons + sending;
    }

    /** What came back beyond the cost for each unit of it: 0.5 is half as much again. Empty where nothing was spent. */
    public Optional<Estimate> returned(Effect effect) {
        Estimate after = effect.after(total());
        return total() > 0
                ? Optional.of(new Estimate(
                        after.value() / total(), after.low() / total(), after.high() / total(), after.level()))
                : Optional.empty();
    }
}
