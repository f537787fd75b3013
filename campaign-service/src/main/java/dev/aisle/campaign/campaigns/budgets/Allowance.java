package dev.aisle.campaign.campaigns.budgets;

import dev.aisle.campaign.campaigns.domain.definition.Definition;
import org.jspecify.annotations.Nullable;

/**
 * How often a campaign may be given to anybody at all.
 *
 * @param version whose limits these are
 * @param most how many times; {@code null} for any number
 * @param money what may be spent on giving it, in minor units; {@code null} for any sum
 * @param cost of giving it once, in minor units
 */
public record Allowance(
        String campaign,
        int version,
        @Nullable Long most,
        @Nullable Long money,
        long cost) {
    /**
     * What a definition allows; {@code null} when it limits nothing.
     *
     * @param setAside what coupons of the campaign may spend of its budget, in minor units
     */
    public static @Nullable Allowance of(Definition definition, long setAside) {
        Definition.Limits limits = definition.limits();
        long cost = limits.cost() == null ? 0 : limits.cost().minorUnits();
        Long money = limits.budget() == null || cost == 0
                ? null
                : Long.valueOf(Math.max(0, limits.budget().minorUnits() - setAside));
        return limits.most() == null && money == null
                ? null
                : new Allowance(
                        definition.campaign().id(), definition.campaign().version(), limits.most(), money, cost);
    }

    /** How many times more, after it was given so often for so much. */
    public long left(long given, long spent) {
        long byNumber = most == null ? Long.MAX_VALUE : most - given;
        long byMoney = money == null ? Long.MAX_VALUE : Math.floorDiv(money - spent, cost);
        return Math.max(0, Math.min(byNumber, byMoney));
    }

    /** Whether it is the money that ends first. */
    public boolean endsByMoney(long given, long spent) {
        return money != null && money - spent < cost && (most == null || given < most);
    }
}
