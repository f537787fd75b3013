package dev.aisle.algorithms.customers.rfm;

import dev.aisle.algorithms.customers.PurchaseSpan;
import dev.aisle.algorithms.customers.lifetime.BetaGeometric;
import dev.aisle.algorithms.customers.lifetime.LifetimeModel;
import dev.aisle.algorithms.customers.lifetime.Nbd;
import dev.aisle.algorithms.customers.lifetime.PurchaseHistory;

/**
 * The stage of a customer's life, by the probability of still being one. That probability measures the silence by the person's own
 * rhythm: ten quiet weeks say much of someone who came weekly and little of someone who comes twice a year.
 *
 * <ol>
 *   <li>P(alive) &lt; {@code lapsedBelow}: lapsed;
 *   <li>else P(alive) &lt; {@code atRiskBelow}: at risk;
 *   <li>else P(alive) was below {@code lapsedBelow} just before the last purchase: won back, until the next purchase;
 *   <li>else one purchase: new;
 *   <li>else active.
 * </ol>
 *
 * @param model fitted to the shop's customers; one in which someone may leave behind the first purchase (MBG/NBD, Pareto/NBD)
 * @param atRiskBelow 0 to 1
 * @param lapsedBelow 0 to {@code atRiskBelow}
 */
public record LifeCycle(LifetimeModel model, double atRiskBelow, double lapsedBelow) {
    private static final double AT_RISK_BELOW = 0.5;
    private static final double LAPSED_BELOW = 0.25;

    /** @throws IllegalArgumentException when the bounds are out of order, or under the model a one-time buyer never leaves */
    public LifeCycle {
        if (!(lapsedBelow >= 0 && lapsedBelow <= atRiskBelow && atRiskBelow <= 1)) {
            throw new IllegalArgumentException(
                    "bounds: expected 0 ≤ lapsed ≤ at risk ≤ 1, was " + lapsedBelow + ", " + atRiskBelow);
        }
        if (model instanceof Nbd || (model instanceof BetaGeometric beta && !beta.modified())) {
            throw new IllegalArgumentException(
                    "model: expected MBG/NBD or Pareto/NBD, in which one-time buyers can leave; was " + model);
        }
    }

    /** At risk when more likely gone than not, lapsed when three in four are gone. */
    public LifeCycle(LifetimeModel model) {
        this(model, AT_RISK_BELOW, LAPSED_BELOW);
    }

    /**
     * The stage today.
     *
     * @param span at least one purchase
     * @param today days since 1970-01-01, not before the last purchase
     * @param daysPerUnit the model's unit of time in days, 7 for weeks
     */
    public LifeStage stage(PurchaseSpan span, long today, double daysPerUnit) {
        double alive = model.alive(PurchaseHistory.of(span, today, daysPerUnit));
        if (alive < lapsedBelow) {
            return LifeStage.LAPSED;
        }
        if (alive < atRiskBelow) {
            return LifeStage.AT_RISK;
        }
        if (span.count() == 1) {
            return LifeStage.NEW;
        }
        return model.alive(beforeLast(span, daysPerUnit)) < lapsedBelow ? LifeStage.WON_BACK : LifeStage.ACTIVE;
    }

    /** The history as it was known in the moment before the last purchase. */
    private static PurchaseHistory beforeLast(PurchaseSpan span, double daysPerUnit) {
        return new PurchaseHistory(
                span.repeats() - 1,
                span.count() == 2 ? 0 : (span.previousDay() - span.firstDay()) / daysPerUnit,
                (span.lastDay() - span.firstDay()) / daysPerUnit);
    }
}
