package dev.aisle.profile.people.values.domain;

import dev.aisle.algorithms.customers.Estimate;
import dev.aisle.algorithms.customers.lifetime.CustomerValue;
import dev.aisle.algorithms.customers.lifetime.LifetimeModel;
import dev.aisle.algorithms.customers.lifetime.PurchaseHistory;
import dev.aisle.algorithms.customers.replenishment.GapHistory;
import dev.aisle.algorithms.customers.replenishment.Replenishment;

/** What models say of histories, remembered: the draws of a lifetime value and the quantiles of a gap are most of what a profile costs. */
final class Estimates {
    private static final int MOST = 4_096;
    private static final double VALUE_LEVEL = 0.9;
    private static final double GAP_LEVEL = 0.8;
    private static final int DRAWS = 400;
    /** One seed: the same events at the same moment say the same. */
    private static final long SEED = 1;

    private final Remembered<Future, Double> purchases =
            new Remembered<>(future -> future.model().expectedPurchases(future.history(), future.time()), MOST);
    private final Remembered<Worth, Estimate> values = new Remembered<>(
            worth -> worth.value().forecast(worth.history(), worth.amount(), VALUE_LEVEL, DRAWS, SEED), MOST);
    private final Remembered<Gap, Estimate> gaps =
            new Remembered<>(gap -> gap.model().nextGap(gap.history(), GAP_LEVEL), MOST);

    private record Future(LifetimeModel model, PurchaseHistory history, double time) {}

    private record Worth(CustomerValue value, PurchaseHistory history, double amount) {}

    private record Gap(Replenishment model, GapHistory history) {}

    Estimates() {}

    /** Purchases expected within some time, in the model's unit. */
    double purchases(LifetimeModel model, PurchaseHistory history, double time) {
        return purchases.of(new Future(model, history, time));
    }

    /** What a customer will bring. */
    Estimate value(CustomerValue value, PurchaseHistory history, double amount) {
        return values.of(new Worth(value, history, amount));
    }

    /** Days from the last purchase to the next. */
    Estimate nextGap(Replenishment model, GapHistory history) {
        return gaps.of(new Gap(model, history));
    }
}
