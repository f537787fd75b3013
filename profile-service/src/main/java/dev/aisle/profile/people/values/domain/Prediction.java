package dev.aisle.profile.people.values.domain;

import dev.aisle.algorithms.customers.Estimate;
import dev.aisle.algorithms.customers.PurchaseSpan;
import dev.aisle.algorithms.customers.lifetime.CustomerValue;
import dev.aisle.algorithms.customers.lifetime.GammaGamma;
import dev.aisle.algorithms.customers.lifetime.LifetimeModel;
import dev.aisle.algorithms.customers.lifetime.PurchaseHistory;

/** What a customer will do, as far as the fitted model of the shop's customers knows. */
final class Prediction {
    private static final double DAYS_PER_MONTH = 30;
    private static final String NO_PURCHASE = "nothing was bought";

    private final Fitted fitted;
    private final PurchaseDays days;
    private final long today;

    Prediction(Fitted fitted, PurchaseDays days, long today) {
        this.fitted = fitted;
        this.days = days;
        this.today = today;
    }

    /** That the customer hasn't left. */
    Told<Double> alive() {
        return with((model, history) -> model.alive(history));
    }

    /** Purchase days expected within so many days. */
    Told<Double> purchases(int within) {
        return with((model, history) -> fitted.estimates().purchases(model, history, within / fitted.daysPerUnit()));
    }

    /** What the customer will bring, in minor units. */
    Told<Estimate> value(ValueRules rules) {
        GammaGamma spend = fitted.spend();
        if (spend == null) {
            return fitted.without("spend");
        }
        return with((model, history) -> {
            CustomerValue value = new CustomerValue(
                    model, spend, rules.valueMonths(), rules.monthlyDiscount(), DAYS_PER_MONTH / fitted.daysPerUnit());
            return fitted.estimates().value(value, history, days.meanOfRepeats());
        });
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(LifetimeModel model, PurchaseHistory history);
    }

    private <T> Told<T> with(Reading<T> reading) {
        LifetimeModel model = fitted.purchases();
        if (model == null) {
            return fitted.without("lifetime");
        }
        PurchaseSpan span = days.span();
        return span.count() == 0
                ? new Told.Absent<>(NO_PURCHASE)
                : new Told.Known<>(reading.of(model, PurchaseHistory.of(span, today, fitted.daysPerUnit())));
    }
}
