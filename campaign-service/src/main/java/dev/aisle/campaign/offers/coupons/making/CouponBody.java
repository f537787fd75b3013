package dev.aisle.campaign.offers.coupons.making;

import dev.aisle.campaign.offers.coupons.Benefit;
import dev.aisle.campaign.offers.coupons.BenefitKind;
import dev.aisle.campaign.offers.coupons.CodeKind;
import dev.aisle.campaign.offers.coupons.Conditions;
import dev.aisle.campaign.offers.coupons.Coupon;
import dev.aisle.campaign.offers.coupons.InvalidCouponException;
import dev.aisle.campaign.offers.coupons.Limits;
import dev.aisle.campaign.offers.coupons.Tier;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A coupon as a marketer writes it. Money is in minor units (cents) of the currency.
 *
 * @param id chosen by the marketer: a to z, 0 to 9 and hyphens
 * @param codes SHARED, SINGLE_USE or PERSONAL
 * @param currency ISO 4217
 */
record CouponBody(
        @NotNull(message = "is missing: 1 to 64 of a to z, 0 to 9 and hyphens")
        String id,

        @NotNull(message = "is missing: SHARED, SINGLE_USE or PERSONAL")
        CodeKind codes,

        @NotNull(message = "is missing: an ISO 4217 code such as EUR")
        String currency,

        @NotNull(message = "is missing: an object with kind") @Valid
        BenefitBody benefit,

        @Nullable @Valid ConditionsBody conditions,
        @Nullable LimitsBody limits) {
    /** What it gives. */
    record BenefitBody(
            @NotNull(message = "is missing: PERCENT, AMOUNT, TIERED, FREE_SHIPPING or GIFT")
            BenefitKind kind,

            @Nullable BigDecimal percent,
            @Nullable Long amount,
            @Nullable Long most,

            @Nullable @Size(max = 20, message = "has more than 20 tiers")
            List<@NotNull(message = "is null") TierBody> tiers,

            @Nullable @Size(min = 1, max = 256, message = "must be a product id, 1 to 256 characters")
            String gift) {}

    /** A step of a tiered one. */
    record TierBody(
            @Nullable Long from,
            @Nullable BigDecimal percent,
            @Nullable Long amount) {
        Tier toTier() {
            if (from == null) {
                throw new InvalidCouponException("benefit.tiers.from", "is missing: minor units from which it counts");
            }
            return new Tier(from, percent, amount);
        }
    }

    /** When it may be used. */
    record ConditionsBody(
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Long minimum,

            @Nullable @Size(max = 100, message = "has more than 100 categories")
            List<@NotNull(message = "is null") String> categories,

            @Nullable Boolean alone,

            @Nullable @Size(min = 1, max = 64, message = "must have 1 to 64 characters")
            String group) {}

    /** How much there is of it. */
    record LimitsBody(
            @Nullable Long budget,
            @Nullable Long uses,
            @Nullable Long usesPerCode,
            @Nullable Long usesPerPerson) {}

    /** @throws InvalidCouponException when it can't be a coupon */
    Coupon toCoupon() {
        return new Coupon(id, codes, currency, toBenefit(), toConditions(), toLimits());
    }

    private Benefit toBenefit() {
        List<Tier> tiers = benefit.tiers() == null
                ? List.of()
                : benefit.tiers().stream().map(TierBody::toTier).toList();
        return new Benefit(benefit.kind(), benefit.percent(), benefit.amount(), benefit.most(), tiers, benefit.gift());
    }

    private Conditions toConditions() {
        ConditionsBody given = conditions;
        return given == null
                ? new Conditions(null, null, 0, new HashSet<>(), false, null)
                : new Conditions(
                        given.from(),
                        given.until(),
                        given.minimum() == null ? 0 : given.minimum(),
                        given.categories() == null ? new HashSet<>() : new HashSet<>(given.categories()),
                        given.alone() != null && given.alone(),
                        given.group());
    }

    private Limits toLimits() {
        LimitsBody given = limits;
        return given == null
                ? new Limits(null, null, null, null)
                : new Limits(given.budget(), given.uses(), given.usesPerCode(), given.usesPerPerson());
    }
}
