package dev.aisle.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.algorithms.offers.Allocation;
import dev.aisle.algorithms.offers.BudgetAllocation;
import dev.aisle.algorithms.offers.OfferTable;
import dev.aisle.algorithms.offers.OfferTrials;
import dev.aisle.algorithms.offers.PersonalValues;
import dev.aisle.algorithms.offers.ResponseClasses;
import dev.aisle.simulator.ShopEvent.AddedToCart;
import dev.aisle.simulator.ShopEvent.CouponShown;
import dev.aisle.simulator.ShopEvent.Ordered;
import dev.aisle.simulator.ShopEvent.Origin;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What coupons earn that are given by what was learned from randomised ones, where what a coupon does to each person is known. */
class CouponAllocationTest {
    private static final double MARGIN = 1_000;
    private static final double DISCOUNT = 300;
    private static final double Z95 = 1.959964;

    private final Shop shop = new Shop(new ShopSettings(11, 160, 1_500, LocalDate.of(2026, 1, 1), 120, 0.5));

    @Test
    void allocatedCouponsEarnMoreThanUniformOnesOfTheSameBudget() {
        OfferTrials log = log();
        double[] margins = new double[shop.shoppers().size()];
        Arrays.fill(margins, MARGIN);
        OfferTable table = PersonalValues.of(ResponseClasses.fit(log).chances(log), margins, new double[] {DISCOUNT});
        double everybody = Arrays.stream(table.cost()).sum();
        double budget = 0.2 * everybody;

        Allocation allocation = BudgetAllocation.of(table, budget);
        double[] gains = gains(allocation, allocation.cost() / everybody, new SplittableRandom(5));

        double mean = Arrays.stream(gains).average().orElseThrow();
        double variance =
                Arrays.stream(gains).map(gain -> (gain - mean) * (gain - mean)).sum() / (gains.length - 1);
        double half = Z95 * Math.sqrt(variance / gains.length);
        System.out.printf(
                "allocated minus uniform, a cart: %.1f cents, 95 %% interval %.1f to %.1f, %d people%n",
                mean, mean - half, mean + half, gains.length);
        assertThat(mean - half).isPositive();
        assertThat(allocation.cost()).isLessThanOrEqualTo(budget);
        assertThat(shareOf(CouponResponse.PERSUADABLE, allocation))
                .isGreaterThan(2 * shareOf(CouponResponse.SURE_THING, allocation))
                .isGreaterThan(2 * shareOf(CouponResponse.SLEEPING_DOG, allocation));
    }

    /** Carts by person, with and without the coupon that chance showed, and the orders that came of them. */
    private OfferTrials log() {
        Map<String, Origin> carts = new HashMap<>();
        Set<String> shown = new HashSet<>();
        Set<String> ordered = new HashSet<>();
        shop.events().forEach(event -> {
            switch (event) {
                case AddedToCart added -> carts.put(added.origin().session(), added.origin());
                case CouponShown coupon -> shown.add(coupon.origin().session());
                case Ordered order -> ordered.add(order.origin().session());
                default -> {}
            }
        });
        List<Shopper> shoppers = shop.shoppers();
        Map<String, Integer> number = new HashMap<>();
        shoppers.forEach(shopper -> number.put(shopper.id(), number.size()));
        int[] trials = new int[shoppers.size() * 2];
        int[] orders = new int[shoppers.size() * 2];
        carts.forEach((session, origin) -> {
            int at = number.get(origin.shopper().id()) * 2 + (shown.contains(session) ? 1 : 0);
            trials[at]++;
            orders[at] += ordered.contains(session) ? 1 : 0;
        });
        return new OfferTrials(2, trials, orders);
    }

    /** What a next cart of each person earns more by the allocation than by coupons for a share of people by chance. */
    private double[] gains(Allocation allocation, double share, SplittableRandom random) {
        double[] gains = new double[shop.shoppers().size()];
        for (int person = 0; person < gains.length; person++) {
            CouponResponse response = shop.shoppers().get(person).coupon();
            // The same luck for both.
            double luck = random.nextDouble();
            boolean allocated = allocation.choice()[person] != Allocation.NONE;
            boolean uniform = random.nextDouble() < share;
            gains[person] = profit(response, allocated, luck) - profit(response, uniform, luck);
        }
        return gains;
    }

    private static double profit(CouponResponse response, boolean coupon, double luck) {
        return luck < response.orderChance(coupon) ? MARGIN - (coupon ? DISCOUNT : 0) : 0;
    }

    private double shareOf(CouponResponse response, Allocation allocation) {
        int people = 0;
        int offered = 0;
        for (int person = 0; person < allocation.choice().length; person++) {
            if (shop.shoppers().get(person).coupon() == response) {
                people++;
                offered += allocation.choice()[person] == Allocation.NONE ? 0 : 1;
            }
        }
        return (double) offered / people;
    }
}
