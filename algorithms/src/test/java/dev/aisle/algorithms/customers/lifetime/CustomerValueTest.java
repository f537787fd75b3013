package dev.aisle.algorithms.customers.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.customers.Estimate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CustomerValueTest {
    private static final BetaGeometric PURCHASES = BetaGeometric.bgNbd(0.243, 4.414, 0.793, 2.426);
    private static final GammaGamma SPEND = new GammaGamma(6.25, 3.74, 15.44);
    private static final PurchaseHistory HISTORY = new PurchaseHistory(2, 30.43, 38.86);

    private static CustomerValue value(int months, double discount) {
        return new CustomerValue(PURCHASES, SPEND, months, discount, CustomerValue.WEEKS);
    }

    @Test
    void withoutDiscountItIsPurchasesTimesAmount() {
        double expected = PURCHASES.expectedPurchases(HISTORY, 12 * CustomerValue.WEEKS) * SPEND.spend(2, 22.35);

        assertThat(value(12, 0).expected(HISTORY, 22.35)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void oneMonthIsDiscountedOnce() {
        assertThat(value(1, 0.25).expected(HISTORY, 22.35))
                .isCloseTo(value(1, 0).expected(HISTORY, 22.35) / 1.25, within(1e-12));
    }

    @Property(tries = 100)
    void moreMonthsAndLessDiscountAreWorthMore(
            @ForAll @LongRange(max = 50) long x, @ForAll @DoubleRange(max = 500) double z) {
        PurchaseHistory history = new PurchaseHistory(x, x == 0 ? 0 : 20, 30);

        double once = value(6, 0.02).expected(history, z);

        assertThat(value(7, 0.02).expected(history, z)).isGreaterThanOrEqualTo(once);
        assertThat(value(6, 0.01).expected(history, z)).isGreaterThanOrEqualTo(once);
        assertThat(once).isGreaterThanOrEqualTo(0);
    }

    @Property(tries = 60)
    void theSameSeedGivesTheSameIntervalAndAHigherLevelAWiderOne(@ForAll long seed) {
        Estimate once = value(12, 0.01).forecast(HISTORY, 22.35, 0.8, 300, seed);

        assertThat(value(12, 0.01).forecast(HISTORY, 22.35, 0.8, 300, seed)).isEqualTo(once);
        Estimate wider = value(12, 0.01).forecast(HISTORY, 22.35, 0.95, 300, seed);
        assertThat(wider.low()).isLessThanOrEqualTo(once.low());
        assertThat(wider.high()).isGreaterThanOrEqualTo(once.high());
    }

    @Test
    void aMillionPurchasesAndNoTimeAtAllHaveAnInterval() {
        PurchaseHistory busy = new PurchaseHistory(1_000_000, 30, 30);

        Estimate forecast = value(12, 0.01).forecast(busy, 20, 0.9, 200, 1);

        assertThat(forecast.low()).isBetween(1.0, forecast.value());
        assertThat(value(12, 0.01)
                        .forecast(PurchaseHistory.NEWCOMER, 0, 0.9, 200, 1)
                        .high())
                .isFinite();
    }

    @Test
    void whatCantBeIsRefusedByName() {
        assertThatThrownBy(() -> value(0, 0)).hasMessageContaining("months:");
        assertThatThrownBy(() -> value(1, -0.1)).hasMessageContaining("monthly_discount:");
        assertThatThrownBy(() -> value(1, 0).forecast(HISTORY, 1, 1, 200, 1)).hasMessageContaining("level:");
        assertThatThrownBy(() -> value(1, 0).forecast(HISTORY, 1, 0.9, 20, 1)).hasMessageContaining("draws:");
        assertThatThrownBy(() -> value(1, 0).expected(HISTORY, -1)).hasMessageContaining("z:");
    }
}
