package dev.aisle.profile.models.usecase;

import dev.aisle.algorithms.customers.lifetime.CustomerValue;
import dev.aisle.algorithms.customers.lifetime.GammaGamma;
import dev.aisle.algorithms.customers.lifetime.LifetimeModel;
import dev.aisle.algorithms.customers.lifetime.PurchaseHistory;
import dev.aisle.profile.people.usecase.FittedParameters;
import dev.aisle.profile.people.usecase.ProfileSettings;
import dev.aisle.profile.people.values.domain.Fitted;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Tells what the fitted models expect of customers, by how often and how lately they bought. No person is looked at. */
@ApplicationScoped
public class TellCustomerValue {
    /** Days since the last purchase. */
    public static final List<Integer> SILENCES = List.of(7, 30, 90, 180, 330);

    private static final long[] PURCHASES = {1, 2, 3, 5, 10};
    private static final double DAYS_PER_MONTH = 30;
    private static final double AGE_DAYS = 365;

    private final FittedParameters fitted;
    private final ProfileSettings settings;

    TellCustomerValue(FittedParameters fitted, ProfileSettings settings) {
        this.fitted = fitted;
        this.settings = settings;
    }

    /**
     * What is expected of somebody.
     *
     * @param value in minor units
     * @param alive the probability that the customer hasn't left
     */
    public record Expected(long value, double alive) {}

    /** Somebody who bought so often, for each of {@link #SILENCES}. */
    public record Row(long purchases, List<Expected> expected) {
        public Row {
            expected = List.copyOf(expected);
        }
    }

    /**
     * The whole table.
     *
     * @param spend usual worth of a purchase day, in minor units
     */
    public record Table(int months, long spend, List<Row> rows) {
        public Table {
            rows = List.copyOf(rows);
        }
    }

    /** How many months are looked ahead. */
    public int months() {
        return settings.valueMonths();
    }

    /** The table; empty as long as the models aren't fitted. */
    public Optional<Table> table() {
        Fitted now = fitted.now();
        LifetimeModel purchases = now.purchases();
        GammaGamma spend = now.spend();
        if (purchases == null || spend == null) {
            return Optional.empty();
        }
        CustomerValue value = new CustomerValue(
                purchases,
                spend,
                settings.valueMonths(),
                settings.monthlyDiscount(),
                DAYS_PER_MONTH / now.daysPerUnit());
        List<Row> rows = LongStream.of(PURCHASES)
                .mapToObj(count -> new Row(
                        count,
                        SILENCES.stream()
                                .map(silence -> expected(value, history(count, silence, now.daysPerUnit())))
                                .toList()))
                .toList();
        return Optional.of(new Table(settings.valueMonths(), Math.round(spend.spend()), rows));
    }

    private static Expected expected(CustomerValue value, PurchaseHistory history) {
        return new Expected(
                Math.round(value.expected(history, value.spend().spend())),
                value.purchases().alive(history));
    }

    /** Whoever bought once has been here as long as silent. */
    private static PurchaseHistory history(long purchases, int silence, double daysPerUnit) {
        return purchases == 1
                ? new PurchaseHistory(0, 0, silence / daysPerUnit)
                : new PurchaseHistory(purchases - 1, (AGE_DAYS - silence) / daysPerUnit, AGE_DAYS / daysPerUnit);
    }
}
