package dev.aisle.profile.people.values.domain;

import dev.aisle.algorithms.customers.Estimate;
import dev.aisle.algorithms.customers.PurchaseSpan;
import dev.aisle.algorithms.customers.lifetime.CustomerValue;
import dev.aisle.algorithms.customers.lifetime.GammaGamma;
import dev.aisle.algorithms.customers.lifetime.LifetimeModel;
import dev.aisle.algorithms.customers.lifetime.PurchaseHistory;
import java.util.SortedMap;

/** What a customer will do, as far as the fitted model of the shop's customers knows. */
final class Prediction {
    private static final double DAYS_PER_MONTH = 30;
    private static final double LEVEL = 0.9;
    private static final int DRAWS = 400;
    /** One seed: the same events at the same moment say the same. */
    private static final long SEED = 1;

    private static final String NO_MODEL = "no model of the kind lifetime is fitted yet";
    private static final String NO_SPEND = "no model of the kind spend is fitted yet";
    private static final String NO_PURCHASE = "nothing was bought";

    private final Fitted fitted;
    private final PurchaseSpan span;
    private final long today;

    Prediction(Fitted fitted, PurchaseSpan span, long today) {
        this.fitted = fitted;
        this.span = span;
        this.today = today;
    }

    /** That the customer hasn't left. */
    Told<Double> alive() {
        return with((model, history) -> model.alive(history));
    }

    /** Purchase days expected within so many days. */
    Told<Double> purchases(int days) {
        return with((model, history) -> model.expectedPurchases(history, days / fitted.daysPerUnit()));
    }

    /** What the customer will bring, in minor units. */
    Told<Estimate> value(SortedMap<Long, Long> amounts, ValueRules rules) {
        GammaGamma spend = fitted.spend();
        if (spend == null) {
            return new Told.Absent<>(NO_SPEND);
        }
        return with((model, history) -> {
            CustomerValue value = new CustomerValue(
                    model, spend, rules.valueMonths(), rules.monthlyDiscount(), DAYS_PER_MONTH / fitted.daysPerUnit());
            return value.forecast(history, meanOfRepeats(amounts), LEVEL, DRAWS, SEED);
        });
    }

    /** The amount of the model: the mean of all purchase days but the first. */
    private static double meanOfRepeats(SortedMap<Long, Long> amounts) {
        return amounts.values().stream()
                .skip(1)
                .mapToLong(Long::longValue)
                .average()
                .orElse(0);
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(LifetimeModel model, PurchaseHistory history);
    }

    private <T> Told<T> with(Reading<T> reading) {
        LifetimeModel model = fitted.purchases();
        if (model == null) {
            return new Told.Absent<>(NO_MODEL);
        }
        return span.count() == 0
                ? new Told.Absent<>(NO_PURCHASE)
                : new Told.Known<>(reading.of(model, PurchaseHistory.of(span, today, fitted.daysPerUnit())));
    }
}
