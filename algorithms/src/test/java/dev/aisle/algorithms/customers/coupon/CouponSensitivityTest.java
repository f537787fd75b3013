package dev.aisle.algorithms.customers.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.customers.Estimate;
import dev.aisle.algorithms.customers.draws.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CouponSensitivityTest {
    private record Shop(List<Double> truths, List<CouponUse> uses) {
        static Shop of(double a, double b, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            Shop shop = new Shop(new ArrayList<>(), new ArrayList<>());
            for (int n = 0; n < 5_000; n++) {
                double left = Draws.gamma(random, a);
                double truth = left / (left + Draws.gamma(random, b));
                CouponUse use = CouponUse.NONE;
                for (int purchase = random.nextInt(12); purchase >= 0; purchase--) {
                    use = use.add(random.nextDouble() < truth);
                }
                shop.truths.add(truth);
                shop.uses.add(use);
            }
            return shop;
        }
    }

    @Test
    void theFitFindsThePopulationAndTheIntervalsThePeople() {
        Shop shop = Shop.of(1.5, 4, 1);

        CouponSensitivity found = CouponSensitivity.fit(shop.uses);

        assertThat(found.a()).isCloseTo(1.5, within(0.15));
        assertThat(found.b()).isCloseTo(4, within(0.45));
        double inside = IntStream.range(0, shop.uses.size())
                .mapToDouble(n -> {
                    Estimate estimate = found.of(shop.uses.get(n), 0.9);
                    return estimate.low() <= shop.truths.get(n) && shop.truths.get(n) <= estimate.high() ? 1 : 0;
                })
                .average()
                .orElseThrow();
        assertThat(inside).isCloseTo(0.9, within(0.015));
    }

    @Test
    void drawnTowardsTheOthersIsNearerTheTruthThanTheOwnShare() {
        Shop shop = Shop.of(1.5, 4, 2);
        CouponSensitivity found = CouponSensitivity.fit(shop.uses);

        double drawn = 0;
        double own = 0;
        for (int n = 0; n < shop.uses.size(); n++) {
            CouponUse use = shop.uses.get(n);
            drawn += Math.pow(found.of(use, 0.9).value() - shop.truths.get(n), 2);
            own += Math.pow((double) use.withCoupon() / use.purchases() - shop.truths.get(n), 2);
        }

        assertThat(drawn).isLessThan(0.7 * own);
    }

    @Test
    void whenNobodyDiffersEveryoneGetsTheShareOfAll() {
        List<CouponUse> alike =
                IntStream.range(0, 500).mapToObj(n -> new CouponUse(1, 4)).toList();

        CouponSensitivity found = CouponSensitivity.fit(alike);

        assertThat(found.share()).isCloseTo(0.25, within(1e-3));
        assertThat(found.of(new CouponUse(4, 4), 0.9).value()).isCloseTo(0.25, within(0.01));
    }

    @Test
    void whereNobodyEverUsedACouponNobodyIsExpectedTo() {
        List<CouponUse> never =
                IntStream.range(1, 300).mapToObj(n -> new CouponUse(0, n % 9)).toList();

        CouponSensitivity found = CouponSensitivity.fit(never);

        assertThat(found.of(CouponUse.NONE, 0.9).value()).isLessThan(1e-3);
        assertThat(found.of(new CouponUse(0, 5), 0.9).high()).isLessThan(1e-2);
    }

    @Property(tries = 200)
    void moreCouponsNeverSpeakForLess(
            @ForAll @DoubleRange(min = 0.05, max = 100) double a,
            @ForAll @DoubleRange(min = 0.05, max = 100) double b,
            @ForAll @LongRange(min = 1, max = 1_000_000) long purchases,
            @ForAll @DoubleRange(max = 1) double share) {
        CouponSensitivity model = new CouponSensitivity(a, b);
        long with = (long) ((purchases - 1) * share);

        Estimate fewer = model.of(new CouponUse(with, purchases), 0.9);
        Estimate more = model.of(new CouponUse(with + 1, purchases), 0.9);

        assertThat(more.value()).isGreaterThan(fewer.value());
        assertThat(more.high()).isGreaterThanOrEqualTo(fewer.high() - 1e-9).isLessThanOrEqualTo(1);
        assertThat(fewer.low()).isBetween(0.0, fewer.high());
    }

    @Property(tries = 100)
    void theOrderOfMergingDoesNotMatter(
            @ForAll @LongRange(max = 50) long first, @ForAll @LongRange(max = 50) long second) {
        CouponUse one = new CouponUse(Math.min(first, second), first + second);
        CouponUse other = new CouponUse(0, second);

        assertThat(one.merge(other)).isEqualTo(other.merge(one));
        assertThat(one.add(true).merge(other)).isEqualTo(one.merge(other).add(true));
    }

    @Test
    void whatCantBeIsRefused() {
        assertThatThrownBy(() -> new CouponUse(2, 1)).hasMessageContaining("coupons:");
        assertThatThrownBy(() -> CouponSensitivity.fit(List.of(CouponUse.NONE))).hasMessageContaining("has bought");
    }
}
