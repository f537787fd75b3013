package dev.aisle.campaign.offers.coupons;

import static dev.aisle.campaign.offers.coupons.InvalidCouponException.require;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a coupon gives, in minor units of its currency.
 *
 * @param percent of the products that count, for {@code PERCENT}; above 0, at most 100, two decimals
 * @param amount what {@code AMOUNT} takes off, or what a {@code GIFT} costs the budget
 * @param most what {@code PERCENT} and {@code FREE_SHIPPING} take off at most; {@code null} for no limit
 * @param tiers of {@code TIERED}, by rising {@code from}
 * @param gift the product that {@code GIFT} adds
 */
public record Benefit(
        BenefitKind kind,
        @Nullable BigDecimal percent,
        @Nullable Long amount,
        @Nullable Long most,
        List<Tier> tiers,
        @Nullable String gift) {
    /** Ten thousand million of the main unit: more is a mistake, and sums of it don't overflow. */
    static final long MOST_MINOR = 1_000_000_000_000L;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Benefit {
        tiers = List.copyOf(tiers);
        only(kind == BenefitKind.PERCENT, percent, "benefit.percent", kind);
        only(kind == BenefitKind.AMOUNT || kind == BenefitKind.GIFT, amount, "benefit.amount", kind);
        only(kind == BenefitKind.GIFT, gift, "benefit.gift", kind);
        only(kind == BenefitKind.TIERED, tiers.isEmpty() ? null : tiers, "benefit.tiers", kind);
        require(
                most == null || kind == BenefitKind.PERCENT || kind == BenefitKind.FREE_SHIPPING,
                "benefit.most",
                "limits PERCENT and FREE_SHIPPING only; leave it out");
        if (percent != null) {
            checkPercent("benefit.percent", percent);
        }
        if (amount != null) {
            checkMoney("benefit.amount", amount, kind == BenefitKind.GIFT ? 0 : 1);
        }
        if (most != null) {
            checkMoney("benefit.most", most, 1);
        }
        List<Long> froms = tiers.stream().map(Tier::from).toList();
        require(
                froms.equals(froms.stream().distinct().sorted().toList()),
                "benefit.tiers",
                "order them by from, each one once");
    }

    private static void only(boolean needed, @Nullable Object value, String field, BenefitKind kind) {
        require(!needed || value != null, field, "is missing; " + kind + " needs it");
        require(needed || value == null, field, "says nothing for " + kind + "; leave it out");
    }

    static void checkPercent(String field, BigDecimal percent) {
        boolean within = percent.signum() > 0 && percent.compareTo(HUNDRED) <= 0;
        require(
                within && percent.stripTrailingZeros().scale() <= 2,
                field,
                "must be above 0 and at most 100, with two decimals at most");
    }

    static void checkMoney(String field, long minorUnits, long least) {
        require(
                minorUnits >= least && minorUnits <= MOST_MINOR,
                field,
                "must be " + least + " to " + MOST_MINOR + " minor units (cents)");
    }

    /**
     * What it takes off.
     *
     * @param eligible sum of the products that count
     * @param shipping what the delivery costs
     */
    long off(long eligible, long shipping) {
        long full = switch (kind) {
            case PERCENT -> percentOf(eligible, percent);
            case AMOUNT -> amount == null ? 0 : amount;
            case TIERED ->
                tiers.stream()
                        .filter(tier -> tier.from() <= eligible)
                        .max(Comparator.comparingLong(Tier::from))
                        .map(tier -> tier.amount() == null ? percentOf(eligible, tier.percent()) : tier.amount())
                        .orElse(0L);
            case FREE_SHIPPING -> shipping;
            case GIFT -> 0;
        };
        return most == null ? full : Math.min(full, most);
    }

    /**
     * What a use may cost, in minor units: its amount or ceiling, else what a basket of that sum would get.
     *
     * @param basket in minor units
     */
    public double costAtMost(double basket) {
        if (most != null) {
            return most;
        }
        return kind == BenefitKind.GIFT && amount != null ? amount : off(Math.round(basket), 0);
    }

    /** To the cent, half a cent up. */
    private static long percentOf(long sum, @Nullable BigDecimal percent) {
        return percent == null
                ? 0
                : BigDecimal.valueOf(sum)
                        .multiply(percent)
                        .divide(HUNDRED, 0, RoundingMode.HALF_UP)
                        .longValueExact();
    }
}
