package dev.aisle.campaign.offers.coupons;

import static dev.aisle.campaign.offers.coupons.InvalidCouponException.require;

import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A coupon. It isn't changed once it is made; it can only be ended.
 *
 * @param currency ISO 4217; all its money is minor units of it
 */
public record Coupon(
        String id, CodeKind codes, String currency, Benefit benefit, Conditions conditions, Limits limits) {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    public Coupon {
        require(ID.matcher(id).matches(), "id", "1 to 64 of a to z, 0 to 9 and hyphens");
        require(
                Currency.getAvailableCurrencies().stream()
                        .anyMatch(known -> known.getCurrencyCode().equals(currency)),
                "currency",
                "is no ISO 4217 code such as EUR");
        require(
                codes == CodeKind.SHARED || limits.usesPerCode() == null || limits.usesPerCode() == 1,
                "limits.usesPerCode",
                "is 1 for " + codes + " codes; leave it out");
    }

    /** How often one of its codes may be used; {@code null} for any number of times. */
    public @Nullable Long usesPerCode() {
        return codes == CodeKind.SHARED ? limits.usesPerCode() : Long.valueOf(1);
    }

    /** Whether a use must say whose it is. */
    public boolean needsPerson() {
        return codes == CodeKind.PERSONAL || limits.usesPerPerson() != null;
    }

    /** What it gives for a basket, or why nothing; limits that others use up are not looked at here. */
    public Verdict on(Basket basket) {
        return refusal(basket).<Verdict>map(Verdict.Refused::new).orElseGet(() -> worth(basket));
    }

    private Optional<Refusal> refusal(Basket basket) {
        if (conditions.from() != null && basket.at().isBefore(conditions.from())) {
            return Optional.of(Refusal.NOT_YET);
        }
        if (conditions.until() != null && !basket.at().isBefore(conditions.until())) {
            return Optional.of(Refusal.ENDED);
        }
        if (!basket.currency().equals(currency)) {
            return Optional.of(Refusal.OTHER_CURRENCY);
        }
        if (basket.others().stream().anyMatch(other -> !conditions.goesWith(other.conditions()))) {
            return Optional.of(Refusal.OTHER_COUPON);
        }
        if (basket.total() < conditions.minimum()) {
            return Optional.of(Refusal.BELOW_MINIMUM);
        }
        return Optional.empty();
    }

    private Verdict worth(Basket basket) {
        long eligible = basket.totalOf(conditions.categories());
        if (!conditions.categories().isEmpty() && eligible == 0) {
            return new Verdict.Refused(Refusal.NO_SUCH_PRODUCT);
        }
        if (benefit.kind() == BenefitKind.GIFT) {
            return new Verdict.Applies(0, benefit.amount() == null ? 0 : benefit.amount(), benefit.gift());
        }
        long full = benefit.off(eligible, basket.shipping());
        // Never more than there is left to pay for what it is taken off.
        long payable = benefit.kind() == BenefitKind.FREE_SHIPPING
                ? basket.shipping()
                : Math.min(eligible, Math.max(0, basket.total() - basket.alreadyOff()));
        long off = Math.min(full, payable);
        return off > 0 ? new Verdict.Applies(off, off, null) : new Verdict.Refused(Refusal.NOTHING_OFF);
    }
}
