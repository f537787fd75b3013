package dev.aisle.campaign.placements.domain.arbitration;

import dev.aisle.campaign.campaigns.domain.definition.Amount;
import dev.aisle.campaign.campaigns.domain.definition.Definition;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What stands for what isn't known.
 *
 * @param currency of the shop: a value in another one counts as unknown
 * @param value of a success, in minor units
 * @param uplift by how much a campaign raises the probability of a success
 * @param uses the probability that a coupon that was shown is used
 */
public record Priors(String currency, double value, double uplift, double uses) {
    /**
     * What a campaign is expected to bring.
     *
     * @param couponCost of one use of its coupon, in minor units; 0 without one
     */
    public Worth worth(Definition definition, double couponCost, OptionalDouble measured) {
        return new Worth(
                minor(definition.limits().value(), value),
                measured.orElse(uplift),
                minor(definition.limits().cost(), 0),
                couponCost,
                couponCost > 0 ? uses : 0,
                measured.isPresent());
    }

    private double minor(@Nullable Amount amount, double otherwise) {
        return amount == null || !amount.currency().equals(currency) ? otherwise : amount.minorUnits();
    }
}
